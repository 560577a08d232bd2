import { inOneLine } from "#app/modules/certificates/certificate-words.ts";
import { loadIssue } from "#app/modules/certificates/issue-certificates.server.ts";
import {
  loadKeptCertificates,
  type PrintedCertificate,
  type ValidCertificate,
} from "#app/modules/certificates/load-certificates.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { printedBy, printedWords, whyNotInPdf } from "./print-certificates.server.tsx";

/** As much of a name as is looked for. */
const MOST_FIND = 60;

/**
 * All that the staff's page of an event's certificates shows.
 *
 * @throws Response 404 where there is no such event, or it was never published.
 */
export async function loadKeptPage(
  id: number,
  request: Request,
  { t, locale }: { t: Translate; locale: Locale },
) {
  const search = new URL(request.url).searchParams;
  const find = (search.get("find") ?? "").trim().slice(0, MOST_FIND);
  const before = /^\d{1,9}$/.test(search.get("before") ?? "") ? Number(search.get("before")) : null;
  const issue = await loadIssue(db(), id);
  if (!issue) throw new Response(null, { status: 404 });
  const { certificates, next } = await loadKeptCertificates(db(), id, { find, before });
  const printed = issue.valid.filter(
    (one: ValidCertificate): one is PrintedCertificate => one.name !== null,
  );
  const unsettable = await unsettableOf(printed);
  const { make, replace, withdraw, same } = issue.decision;
  return {
    ...{ id, event: issue.plan.title, find, unsettable },
    due: { make: make.length, replace: replace.length, withdraw: withdraw.length, same },
    sheets: printed.length - unsettable.length,
    list: {
      next,
      isFirst: before === null,
      certificates: certificates.map(({ says, kind, ...certificate }) => ({
        ...certificate,
        says: inOneLine(kind, says, { locale, t }),
      })),
    },
  };
}

/** Those that cannot be set in their family's language, with why. */
async function unsettableOf(printed: readonly PrintedCertificate[]) {
  const by = await printedBy();
  return printed.flatMap((certificate) => {
    const why = whyNotInPdf(printedWords(certificate, by, certificate.locale));
    return why ? [{ code: certificate.code, name: certificate.name, ...why }] : [];
  });
}

export type KeptPage = Awaited<ReturnType<typeof loadKeptPage>>;

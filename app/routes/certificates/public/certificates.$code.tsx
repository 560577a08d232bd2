import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { askForCertificate } from "#app/modules/certificates/ask-for-certificate.server.ts";
import { inOneLine } from "#app/modules/certificates/certificate-words.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { readCode, showCode } from "#app/platform/unguessable-code.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { CodeForm } from "../parts/code-form.tsx";
import { ConfirmedFacts } from "../parts/confirmed-facts.tsx";

/**
 * Open to everybody who has a certificate's code: what it was issued for and whether it holds, with as little of the
 * name as is needed to compare it. Whoever tries codes is asked to wait.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  const t = translator(locale);
  const title = t("certificates.confirm.title");
  const code = readCode(params.code ?? "");
  if (!code) throw redirect(`/certificates?code=${encodeURIComponent(params.code ?? "")}`);
  if (code !== params.code) throw redirect(`/certificates/${code}`);
  const answer = await askForCertificate(code, requestAddress(context));
  const found = { code, title, says: "", event: "", confirmed: null };
  if (answer === "too-many")
    return data({ ...found, isTooMany: true }, { status: 429, headers: HEADERS });
  if (!answer) return data({ ...found, isTooMany: false }, { status: 404, headers: HEADERS });
  const { says, ...confirmed } = answer;
  return data(
    {
      ...{ code, title, isTooMany: false },
      confirmed: { ...confirmed, startsAt: says.startsAt },
      event: inLanguage(locale, says.event),
      says: inOneLine(confirmed.kind, says, { locale, t }),
    },
    { headers: HEADERS },
  );
}

const HEADERS = { "X-Robots-Tag": "noindex", "Cache-Control": "private, no-store" };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

export default function Confirmed() {
  const t = useT();
  const { code, confirmed, event, says, isTooMany } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("certificates.confirm.title")}
        lead={<span className="figure">{showCode(code)}</span>}
      />
      {confirmed ? (
        <>
          <ConfirmedFacts confirmed={confirmed} event={event} says={says} />
          <p className="mt-8">
            <Link to="/certificates">{t("certificates.confirm.another")}</Link>
          </p>
        </>
      ) : (
        <>
          {isTooMany ? (
            <Notice tone="refusal">{t("certificates.confirm.tooMany")}</Notice>
          ) : (
            <Notice tone="refusal" title={t("certificates.confirm.unknown")}>
              {t("certificates.confirm.unknown.lead")}
            </Notice>
          )}
          <div className="mt-6">
            <CodeForm typed={showCode(code)} />
          </div>
        </>
      )}
    </>
  );
}

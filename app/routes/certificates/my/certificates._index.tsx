import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { inOneLine } from "#app/modules/certificates/certificate-words.ts";
import { loadOwnCertificates } from "#app/modules/certificates/load-certificates.server.ts";
import { db } from "#app/platform/db.server.ts";
import { showCode } from "#app/platform/unguessable-code.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { EventDrawing } from "#app/site/event-drawing.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { GatheringDrawing } from "#app/ui/drawings/events/gathering.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader, Sheet } from "#app/ui/page.tsx";
import { printedBy, printedWords, whyNotInPdf } from "../parts/print-certificates.server.tsx";

/** Members: what their family was given at events. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t, locale } = await readOwnerRequest(request);
  const [own, by] = await Promise.all([loadOwnCertificates(db(), member.id), printedBy()]);
  return {
    title: t("certificates.mine"),
    certificates: own.map((certificate) => ({
      code: certificate.code,
      name: certificate.name,
      drawing: certificate.says.drawing,
      startsAt: certificate.says.startsAt,
      says: inOneLine(certificate.kind, certificate.says, { locale, t }),
      inPdf: whyNotInPdf(printedWords(certificate, by, locale)) === null,
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OwnCertificates() {
  const { t } = useWords();
  const { day } = useFigures();
  const { certificates } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/events">{t("events.back")}</BackLink>
      <PageHeader title={t("certificates.mine")} lead={t("certificates.mine.lead")} />
      {certificates.length === 0 && (
        <EmptyState drawing={<GatheringDrawing />}>{t("certificates.mine.none")}</EmptyState>
      )}
      <ul className="grid gap-4">
        {certificates.map(({ code, name, drawing, startsAt, says, inPdf }) => (
          <li key={code}>
            <Sheet className="flex items-start gap-4">
              <div className="w-20 flex-none xs:w-28">
                <EventDrawing name={drawing} />
              </div>
              <div className="min-w-0 flex-1">
                <h2 className="text-lg [overflow-wrap:anywhere]">
                  <Link to={code}>
                    <bdi>{name}</bdi>
                  </Link>
                </h2>
                <p>{says}</p>
                <p className="text-ink-soft">{day(startsAt)}</p>
                <p className="figure mt-1 text-[0.9375rem] text-ink-soft">{showCode(code)}</p>
                <p className="mt-2 flex flex-wrap gap-x-5">
                  <Link to={code} className="inline-flex min-h-11 items-center">
                    {t("certificates.printPage")}
                  </Link>
                  {inPdf && (
                    <Link
                      to={`${code}/certificate.pdf`}
                      reloadDocument
                      className="inline-flex min-h-11 items-center"
                    >
                      {t("certificates.pdf")}
                    </Link>
                  )}
                </p>
              </div>
            </Sheet>
          </li>
        ))}
      </ul>
    </div>
  );
}

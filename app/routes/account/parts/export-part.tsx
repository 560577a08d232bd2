import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { ExportRefusal } from "#app/modules/account/export-rules.ts";
import type { ExportListed } from "#app/modules/account/load-exports.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { DownloadIcon } from "#app/ui/icons.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";

const AGAIN_MS = 1_500;

interface ExportPartProps {
  exports: ExportListed[];
  refusal: ExportRefusal | null;
}

/** A copy of one's data: asked for, waited for, fetched. */
export function ExportPart({ exports, refusal }: ExportPartProps) {
  const t = useT();
  const underWay = exports.some(({ state }) => state === "waiting");
  return (
    <>
      <p className="max-w-prose">{t("account.export.what")}</p>
      {refusal && !(refusal === "under-way" && underWay) && (
        <div className="mt-4">
          <Notice tone="refusal">{t(`account.export.${refusal}`)}</Notice>
        </div>
      )}
      {underWay ? (
        <Waiting />
      ) : (
        <Form method="post" preventScrollReset className="mt-4">
          <Button look="quiet">{t("account.export.ask")}</Button>
        </Form>
      )}
      <ul className="mt-6 border-t border-rule empty:hidden">
        {exports
          .filter(({ state }) => state !== "waiting")
          .map((each) => (
            <ExportLine key={each.id} {...each} />
          ))}
      </ul>
    </>
  );
}

/** Asked for anew until it is there; without a script the page reloads by itself. */
function Waiting() {
  const t = useT();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
  return (
    <div className="mt-4">
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <ProgressBar
        id="export-progress"
        label={t("account.export.waiting")}
        status={t("account.export.leave")}
      />
    </div>
  );
}

function ExportLine({ id, state, bytes, createdAt, expiresAt }: ExportListed) {
  const t = useT();
  const figures = useFigures();
  return (
    <li className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule py-2">
      <div>
        <p className="font-semibold">{t("account.export.of", { day: figures.day(createdAt) })}</p>
        {state === "ready" && expiresAt && (
          <p className="text-[0.9375rem] text-ink-soft">
            {t("account.export.until", {
              day: figures.day(expiresAt),
              kilobytes: figures.points(Math.max(1, Math.round((bytes ?? 0) / 1024))),
            })}
          </p>
        )}
      </div>
      {state === "ready" ? (
        <a className="button button-quiet" href={`/my/account/exports/${id}`}>
          <DownloadIcon />
          <span>{t("account.export.fetch")}</span>
        </a>
      ) : (
        <Badge tone={state === "failed" ? "refusal" : "plain"}>
          {t(state === "failed" ? "account.export.failed" : "account.export.expired")}
        </Badge>
      )}
    </li>
  );
}

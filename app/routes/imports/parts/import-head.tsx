import { canBeReversed } from "#app/modules/imports/import-reversal.ts";
import type { ImportShown } from "#app/modules/imports/load-import.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadIcon, UploadIcon } from "#app/ui/icons.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { ImportState } from "./import-state.tsx";

/** Which file, who brought it, when, and how it stands. */
export function ImportHead({ run, mayReverse }: { run: ImportShown; mayReverse: boolean }) {
  const { t, locale, timeZone } = useWords();
  const who = run.startedBy ?? t("staff.import.commandLine");
  return (
    <PageHeader
      title={<bdi className="break-all">{run.fileName}</bdi>}
      lead={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
          <ImportState
            state={run.state}
            dryRun={run.dryRun}
            reversal={run.reversal?.state ?? null}
          />
          <span>{t(`import.kind.${run.kind}`)}</span>
          <span>
            <bdi>{who}</bdi> · {formatMoment(run.createdAt, locale, timeZone)}
          </span>
        </span>
      }
      actions={
        <>
          {run.state === "finished" && (
            <ButtonLink
              to={`/admin/imports/${run.id}/report.csv`}
              reloadDocument
              look="quiet"
              icon={<DownloadIcon size={18} />}
            >
              {t("staff.import.download")}
            </ButtonLink>
          )}
          {mayReverse && canBeReversed(run) && (
            <ButtonLink to={`/admin/imports/${run.id}/reverse`} look="quiet">
              {t("staff.reversal.begin")}
            </ButtonLink>
          )}
          <ButtonLink
            to={`/admin/imports?kind=${run.kind}`}
            look="quiet"
            icon={<UploadIcon size={18} />}
          >
            {t("staff.import.another")}
          </ButtonLink>
        </>
      }
    />
  );
}

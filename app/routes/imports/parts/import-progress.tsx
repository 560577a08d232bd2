import { Link } from "@remix-run/react";
import type { ImportShown } from "#app/modules/imports/load-import.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useAskAgain } from "#app/site/use-ask-again.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { ProgressBar } from "#app/ui/progress-bar.tsx";

/**
 * How far an import is, asked for anew every second. It is read from the database, so it survives a
 * reload, another browser, and the node that works on it. Without a script the page reloads by itself.
 */
export function ImportProgress({ run }: { run: ImportShown }) {
  const t = useT();
  const figures = useFigures();
  useAskAgain();

  const known = run.state === "running" && run.rowsTotal !== null;
  const status = known
    ? t("staff.import.progress", {
        done: figures.points(run.rowsDone),
        total: figures.points(run.rowsTotal ?? 0),
      })
    : t("staff.import.checking");
  return (
    <div className="mb-8 max-w-3xl">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <ProgressBar
        id="progress"
        label={t(`staff.import.state.${run.state}`)}
        status={status}
        value={known ? run.rowsDone : undefined}
        max={known ? Math.max(run.rowsTotal ?? 1, 1) : undefined}
      />
      <p className="mt-2 text-ink-soft">
        {t("staff.import.leave")}{" "}
        <Link to={`/admin/imports/${run.id}`} reloadDocument>
          {t("staff.import.reload")}
        </Link>
      </p>
    </div>
  );
}

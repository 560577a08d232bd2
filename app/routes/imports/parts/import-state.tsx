import type { ReversalState } from "#app/modules/imports/import-reversal.ts";
import type { ImportShown } from "#app/modules/imports/load-import.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const tones: Record<ImportShown["state"], BadgeTone> = {
  waiting: "plain",
  running: "warn",
  finished: "ok",
  failed: "refusal",
};

/** How an import stands, in a word, whether it only tried, and whether it was taken back. */
export function ImportState({
  state,
  dryRun,
  reversal,
}: Pick<ImportShown, "state" | "dryRun"> & { reversal: ReversalState | null }) {
  const t = useT();
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={tones[state]}>{t(`staff.import.state.${state}`)}</Badge>
      {reversal && (
        <Badge tone={reversal === "finished" ? "plain" : "warn"}>
          {t(`staff.reversal.badge.${reversal}`)}
        </Badge>
      )}
      {dryRun && <Badge>{t("staff.import.dryRun.badge")}</Badge>}
    </span>
  );
}

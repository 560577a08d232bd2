import type { RedemptionState } from "#app/modules/redemptions/redemption.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Partial<Record<RedemptionState, BadgeTone>> = {
  ready: "ok",
  shipped: "ok",
  issued: "ok",
};

export function RedemptionStateBadge({ state }: { state: RedemptionState }) {
  const t = useT();
  return <Badge tone={TONES[state]}>{t(`redemptions.desk.state.${state}`)}</Badge>;
}

/** What somebody should know before they go to the shelf. */
export function RedemptionWarnings(warn: {
  late?: boolean;
  short?: boolean;
  unpaid?: boolean;
  owes?: boolean;
}) {
  const t = useT();
  if (!warn.late && !warn.short && !warn.unpaid && !warn.owes) return null;
  return (
    <span className="mt-0.5 flex flex-wrap gap-1.5">
      {warn.late && <Badge tone="refusal">{t("redemptions.desk.late")}</Badge>}
      {warn.short && <Badge tone="refusal">{t("redemptions.desk.short")}</Badge>}
      {warn.unpaid && <Badge tone="warn">{t("redemptions.desk.unpaid")}</Badge>}
      {warn.owes && <Badge tone="warn">{t("redemptions.desk.owes")}</Badge>}
    </span>
  );
}

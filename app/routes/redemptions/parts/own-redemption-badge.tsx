import type { OwnRedemption } from "#app/modules/redemptions/load-own-redemptions.server.ts";
import type { RedemptionState } from "#app/modules/redemptions/redemption.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";

const TONES: Partial<Record<RedemptionState, BadgeTone>> = {
  ready: "ok",
  issued: "ok",
  shipped: "ok",
  lapsed: "warn",
  returned: "warn",
};

/** How a redemption stands, in a word. */
export function OwnRedemptionBadge({ redemption }: { redemption: OwnRedemption }) {
  const t = useT();
  const { state, voucher, fulfilment, payment } = redemption;
  // That a voucher's last day has passed is true before it is written down.
  if (state === "issued" && voucher?.expired) {
    return <Badge tone="warn">{t("redemptions.state.expired")}</Badge>;
  }
  // Nobody prepares what waits for its money; what is collected is laid out all the same.
  if (state === "requested" && fulfilment !== "collect" && payment?.state === "open") {
    return <Badge tone="warn">{t("redemptions.payment.open")}</Badge>;
  }
  return <Badge tone={TONES[state]}>{t(`redemptions.state.${state}`)}</Badge>;
}

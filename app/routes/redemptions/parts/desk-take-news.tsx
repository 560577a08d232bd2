import type { RedemptionAnswer } from "#app/modules/redemptions/redeem-gift.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

type Refused = Extract<RedemptionAnswer, { ok: false }>;

/** Why a gift was not taken at the desk, with what it lacks. */
export function DeskTakeNews({ refused }: { refused: Refused | null | undefined }) {
  const t = useT();
  const figures = useFigures();
  if (!refused) return null;
  const values = {
    missing: refused.refusal === "too-few-points" ? refused.missing : 0,
    figure: refused.refusal === "too-few-points" ? figures.points(refused.missing) : "",
    left: "left" in refused ? refused.left : 0,
    free: refused.refusal === "out-of-stock" ? refused.free : 0,
  };
  return (
    <div className="mb-6">
      <Notice tone="refusal" title={t("redemptions.take.refused")}>
        {t(`redemptions.take.refused.${refused.refusal}`, values)}
      </Notice>
    </div>
  );
}

import type { RedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ActRefusal, RedemptionActIntent } from "./redemption-act.server.ts";

interface RedemptionNewsProps {
  redemption: RedemptionPage;
  /** Why what was just asked for was not done. */
  refusal: ActRefusal | null | undefined;
  done: RedemptionActIntent | "taken" | null;
}

/** What became of the form that was just sent, and what somebody should know before the next one. */
export function RedemptionNews({ redemption, refusal, done }: RedemptionNewsProps) {
  const t = useT();
  const { short, owes, memberLeft } = redemption;
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {refusal && (
        <Notice tone="refusal" title={t("redemptions.desk.refused.title")}>
          {t(`redemptions.desk.refused.${refusal}`)}
        </Notice>
      )}
      {done && !refusal && <Notice tone="ok">{t(`redemptions.desk.done.${done}`)}</Notice>}
      {short && (
        <Notice tone="warn" announce={false}>
          {t("redemptions.desk.short.words")}
        </Notice>
      )}
      {owes && (
        <Notice tone="warn" announce={false}>
          {t("redemptions.desk.owes.words")}
        </Notice>
      )}
      {memberLeft && (
        <Notice tone="warn" announce={false}>
          {t("redemptions.desk.memberLeft")}
        </Notice>
      )}
    </div>
  );
}

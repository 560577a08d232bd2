import type { RedemptionPage } from "#app/modules/redemptions/load-redemption-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ActRefusal, RedemptionActIntent } from "./redemption-act.server.ts";

interface RedemptionNewsProps {
  redemption: RedemptionPage;
  /** Why what was just asked for was not done. */
  refusal: ActRefusal | null | undefined;
  done: RedemptionActIntent | "taken" | null;
  /** Whether whoever looks may note that its money part was paid. */
  mayTakeMoney: boolean;
  /** Whoever looks took it themselves. */
  own: boolean;
}

/** What became of the form that was just sent, and what somebody should know before the next one. */
export function RedemptionNews(props: RedemptionNewsProps) {
  const { redemption, refusal, done, mayTakeMoney, own } = props;
  const t = useT();
  const figures = useFigures();
  const { short, owes, memberLeft, unpaid, paymentId, moneyMinor, currency } = redemption;
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {refusal && (
        <Notice tone="refusal" title={t("redemptions.desk.refused.title")}>
          {t(`redemptions.desk.refused.${refusal}`)}
        </Notice>
      )}
      {done && !refusal && <Notice tone="ok">{t(`redemptions.desk.done.${done}`)}</Notice>}
      {own && refusal !== "own" && (
        <Notice tone="warn" announce={false}>
          {t("redemptions.desk.refused.own")}
        </Notice>
      )}
      {unpaid && paymentId !== null && (
        <Notice
          tone="warn"
          announce={false}
          action={
            mayTakeMoney && (
              <ButtonLink to={`/admin/payments/${paymentId}`} look="quiet">
                {t("redemptions.desk.unpaid.go")}
              </ButtonLink>
            )
          }
        >
          {t("redemptions.desk.unpaid.words", { money: figures.moneyIn(moneyMinor, currency) })}
        </Notice>
      )}
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

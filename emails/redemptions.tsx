import { formatMoney, formatPoints } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { Facts, Letter, LetterButton, Reason, Words } from "./letter.tsx";
import { formatCalendarDay } from "./letter-day.ts";
import type { Template } from "./template.ts";

type RedemptionLetterStep =
  | "requested"
  | "issued"
  | "ready"
  | "reminder"
  | "collected"
  | "hand-over-undone"
  | "exchanged"
  | "used"
  | "shipped"
  | "returned"
  | "cancelled"
  | "lapsed";

export type RedemptionStepProps = {
  name: string;
  redemptionId: number;
  step: RedemptionLetterStep;
  titleEn: string;
  titleZh: string;
  quantity: number;
  points: number;
  moneyMinor: number;
  currency: string;
  fulfilment: string;
  /** Where it is collected. */
  storeEn: string | null;
  storeZh: string | null;
  /** The last day on which it can be collected: YYYY-MM-DD. */
  collectThrough: string | null;
  /** The last day on which a voucher is good: YYYY-MM-DD. */
  validThrough: string | null;
  carrier: string | null;
  trackingNumber: string | null;
  reason: string | null;
  /** Whether the points came back, where that is a question. */
  pointsBack: boolean | null;
};

/** A gift that a member took, at each of its steps. */
export const redemptionStep: Template<RedemptionStepProps> = {
  subject: ({ t }, props) => t(`mail.redemption.${props.step}.subject`, titleIn(t, props)),
  body: (context, props) => {
    const { t, origin, clubName } = context;
    const { step, redemptionId, reason, pointsBack } = props;
    const words = t(`mail.redemption.${step}.words`, titleIn(t, props));
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name: props.name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{words}</Words>
        {pointsBack !== null && (
          <Words>
            {t(pointsBack ? "mail.redemption.pointsBack" : "mail.redemption.pointsGone")}
          </Words>
        )}
        {reason && <Reason context={context}>{reason}</Reason>}
        <Facts rows={facts(context, props)} />
        <LetterButton href={`${origin}/my/redemptions/${redemptionId}`}>
          {t(step === "issued" ? "mail.redemption.openVoucher" : "mail.redemption.open")}
        </LetterButton>
        {(step === "ready" || step === "reminder") && (
          <Words soft>{t("mail.redemption.bring")}</Words>
        )}
      </Letter>
    );
  },
};

const titleIn = (t: Translate, { titleEn, titleZh }: RedemptionStepProps) => ({
  title: inLanguage(t.locale, { en: titleEn, zh: titleZh }),
});

function facts(
  { t, locale }: Parameters<Template<RedemptionStepProps>["body"]>[0],
  props: RedemptionStepProps,
) {
  const { storeEn, storeZh, collectThrough, validThrough, carrier, trackingNumber } = props;
  const rows: [string, string | null][] = [
    [t("mail.redemption.points"), props.points > 0 ? formatPoints(props.points, locale) : null],
    [
      t("mail.redemption.money"),
      props.moneyMinor > 0 ? formatMoney(props.moneyMinor, props.currency, locale) : null,
    ],
    [t("mail.redemption.pieces"), props.quantity > 1 ? String(props.quantity) : null],
    [t("mail.redemption.store"), storeEn && inLanguage(locale, { en: storeEn, zh: storeZh ?? "" })],
    [
      t("mail.redemption.collectThrough"),
      collectThrough && formatCalendarDay(collectThrough, locale),
    ],
    [t("mail.redemption.validThrough"), validThrough && formatCalendarDay(validThrough, locale)],
    [t("mail.redemption.carrier"), carrier],
    [t("mail.redemption.trackingNumber"), trackingNumber],
  ];
  return rows.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

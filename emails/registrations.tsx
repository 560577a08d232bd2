import { formatMoment, formatMoney, formatPoints } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { Facts, Letter, LetterButton, Reason, Words } from "./letter.tsx";
import type { LetterContext } from "./letter-context.ts";
import type { Template } from "./template.ts";

export type RegistrationLetterStep =
  | "registered"
  | "waiting"
  | "offered"
  | "offer-ended"
  | "line-closed"
  | "changed"
  | "cancelled"
  | "unpaid"
  | "unpaid-some"
  | "moved"
  | "event-cancelled";

export type RegistrationStepProps = {
  name: string;
  registrationId: number;
  step: RegistrationLetterStep;
  /** Of the event. */
  titleEn: string;
  titleZh: string;
  placeEn: string;
  placeZh: string;
  /** Of their session where they chose one: ISO 8601. */
  startsAt: string;
  /** Six characters that say who they are at the door. */
  code: string;
  /** How many of the party come, and wait. */
  coming: number;
  waiting: number;
  /** Spent, or held where it is a deposit. */
  points: number;
  isDeposit: boolean;
  /** Paid and owed, in all; and what of it is still to be paid. */
  moneyMinor: number;
  owedMinor?: number | null;
  currency: string | null;
  /** Until when money must have come that has not: ISO 8601. */
  payBy: string | null;
  /** After which nobody in the line is offered anything: ISO 8601. */
  lineEndsAt: string;
  /** For how many an offer is, and until when it holds. */
  offeredPeople: number | null;
  offerEndsAt: string | null;
  /** What became of what was paid. */
  back: "returned" | "kept" | "finance" | null;
  /** Money that comes back for who left the party. */
  backMinor?: number;
  /** What moved of the event. */
  moved: ("time" | "place" | "price" | "ages")[] | null;
  reason: string | null;
};

/** A party of an event, at each of its steps. */
export const registrationStep: Template<RegistrationStepProps> = {
  subject: (context, props) =>
    context.t(`mail.registration.${props.step}.subject`, said(context, props)),
  body: (context, props) => {
    const { t, origin, clubName } = context;
    const { step, back, moved, reason, registrationId } = props;
    const words = t(`mail.registration.${step}.words`, said(context, props));
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name: props.name })}
        because={t("mail.because.member", { club: clubName })}
      >
        <Words>{words}</Words>
        {moved?.map((what) => (
          <Words key={what}>{t(`mail.registration.moved.${what}`)}</Words>
        ))}
        {(props.backMinor ?? 0) > 0 && (
          <Words>{t("mail.registration.back.part", said(context, props))}</Words>
        )}
        {back && <Words>{t(`mail.registration.back.${back}`)}</Words>}
        {reason && <Reason context={context}>{reason}</Reason>}
        <Facts rows={facts(context, props)} />
        <LetterButton href={`${origin}/my/registrations/${registrationId}`}>
          {t(step === "offered" ? "mail.registration.answer" : "mail.registration.open")}
        </LetterButton>
      </Letter>
    );
  },
};

function said({ locale, timeZone }: LetterContext, props: RegistrationStepProps) {
  const { titleEn, titleZh, offerEndsAt, offeredPeople, lineEndsAt, currency } = props;
  return {
    title: inLanguage(locale, { en: titleEn, zh: titleZh }),
    people: offeredPeople ?? props.coming,
    money: currency ? formatMoney(props.backMinor ?? 0, currency, locale) : "",
    until: formatMoment(offerEndsAt ?? lineEndsAt, locale, timeZone),
  };
}

function facts({ t, locale, timeZone }: LetterContext, props: RegistrationStepProps) {
  const { step, placeEn, placeZh, coming, waiting, points, moneyMinor, currency, payBy } = props;
  const owedMinor = props.owedMinor ?? 0;
  const comes = coming > 0 && step !== "cancelled" && step !== "event-cancelled";
  const rows: [string, string | null][] = [
    [t("mail.registration.when"), formatMoment(props.startsAt, locale, timeZone)],
    [t("mail.registration.where"), inLanguage(locale, { en: placeEn, zh: placeZh })],
    [t("mail.registration.coming"), comes ? String(coming) : null],
    [t("mail.registration.waiting"), waiting > 0 ? String(waiting) : null],
    [
      t(props.isDeposit ? "mail.registration.deposit" : "mail.registration.points"),
      comes && points > 0 ? formatPoints(points, locale) : null,
    ],
    [
      t("mail.registration.money"),
      comes && moneyMinor > 0 && currency ? formatMoney(moneyMinor, currency, locale) : null,
    ],
    [
      t("mail.registration.owed"),
      comes && owedMinor > 0 && owedMinor < moneyMinor && currency
        ? formatMoney(owedMinor, currency, locale)
        : null,
    ],
    [t("mail.registration.payBy"), comes && payBy ? formatMoment(payBy, locale, timeZone) : null],
    [t("mail.registration.code"), comes ? props.code : null],
  ];
  return rows.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

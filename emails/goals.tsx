import { formatMoney, formatPoints } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { Facts, Letter, LetterButton, Words } from "./letter.tsx";
import { formatCalendarDay } from "./letter-day.ts";
import type { Template } from "./template.ts";

export type GoalNewsProps = {
  name: string;
  what: "back" | "going" | "withdrawn" | "price";
  giftId: number;
  titleEn: string;
  titleZh: string;
  /** Pieces there are; null where that is not the news. */
  free: number | null;
  /** How many members save for it, the reader among them. */
  waiting: number | null;
  /** The last day on which it can be had: YYYY-MM-DD. */
  through: string | null;
  /** Its new price in points, and the one that the reader was told before. */
  points: number | null;
  pointsBefore: number | null;
  /** Its money part in the currency's minor unit, now and as the reader was told before; letters of old have none. */
  money?: { now: number; before: number; currency: string };
};

/** What becomes of a gift that the reader saves for. */
export const goalNews: Template<GoalNewsProps> = {
  subject: ({ t }, props) =>
    t(`mail.goal.${props.what}.subject`, { title: titleOf(t.locale, props) }),
  body: (context, props) => {
    const { t, locale, origin, clubName } = context;
    const { what, giftId, free, waiting, through, points, pointsBefore, money } = props;
    const price = (inPoints: number, minor: number) => {
      const sum = money && minor > 0 ? formatMoney(minor, money.currency, locale) : null;
      if (inPoints === 0 && sum) return sum;
      const amount = t("mail.goal.inPoints", { points: formatPoints(inPoints, locale) });
      return sum ? `${amount} + ${sum}` : amount;
    };
    const words = t(`mail.goal.${what}.words`, { title: titleOf(locale, props) });
    const rows: [string, string | null][] = [
      [t("mail.goal.free"), free === null ? null : formatPoints(free, locale)],
      [t("mail.goal.waiting"), waiting === null ? null : formatPoints(waiting, locale)],
      [t("mail.goal.through"), through && formatCalendarDay(through, locale)],
      [
        t("mail.goal.priceBefore"),
        pointsBefore === null ? null : price(pointsBefore, money?.before ?? 0),
      ],
      [t("mail.goal.priceNow"), points === null ? null : price(points, money?.now ?? 0)],
    ];
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name: props.name })}
        because={t("mail.because.goal", { club: clubName })}
      >
        <Words>{words}</Words>
        <Facts rows={rows.flatMap(([name, value]) => (value ? [{ name, value }] : []))} />
        {what === "back" && <Words soft>{t("mail.goal.nobodyPromised")}</Words>}
        {what === "withdrawn" ? (
          <LetterButton href={`${origin}/my/gifts`}>{t("mail.goal.others")}</LetterButton>
        ) : (
          <LetterButton href={`${origin}/my/gifts/${giftId}`}>{t("mail.goal.open")}</LetterButton>
        )}
      </Letter>
    );
  },
};

const titleOf = (
  locale: Parameters<typeof inLanguage>[0],
  { titleEn, titleZh }: GoalNewsProps,
): string => inLanguage(locale, { en: titleEn, zh: titleZh });

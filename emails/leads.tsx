import {
  formatChange,
  formatDay,
  formatLastDay,
  formatPoints,
} from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import { Figure, Letter, LetterButton, Words } from "./letter.tsx";
import type { LetterContext } from "./letter-context.ts";
import type { Template } from "./template.ts";

export type LeadFriendProps = {
  name: string;
  /** What the friend's own page ends in. */
  token: string;
  /** Who named them, by the first name. */
  by: string;
  /** They filled in the form themselves, on that person's page. */
  themselves: boolean;
};

/** "Was this you?", with who said it: to a friend whom nobody of the house has called yet. */
export const leadFriend: Template<LeadFriendProps> = {
  subject: ({ t, clubName }, { by, themselves }) =>
    t(themselves ? "mail.leadFriend.asked.subject" : "mail.leadFriend.subject", {
      by,
      club: clubName,
    }),
  body: (context, { name, token, by, themselves }) => {
    const { t, clubName, origin } = context;
    const words = t(themselves ? "mail.leadFriend.asked.words" : "mail.leadFriend.words", {
      by,
      club: clubName,
    });
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name })}
        because={t(themselves ? "mail.leadFriend.asked.because" : "mail.leadFriend.because", {
          by,
          club: clubName,
        })}
      >
        <Words>{words}</Words>
        <Words>{t("mail.leadFriend.choice")}</Words>
        <LetterButton href={`${origin}/f/${token}`}>{t("mail.leadFriend.open")}</LetterButton>
        <Words soft>{t("mail.leadFriend.leave")}</Words>
      </Letter>
    );
  },
};

export type LeadNewsProps = {
  name: string;
  leadId: number;
  /** When they named the friend, whose name is not in the letter: letters are kept, and friends may ask not to be. */
  namedAt: string;
  what:
    | "accepted"
    | "test-drive"
    | "delivered"
    | "taken-back"
    | "declined"
    | "appeal-upheld"
    | "appeal-refused"
    | "hold-ends";
  /** What was given or taken back; null where it is not about points. */
  points: number | null;
  /** From when they can be spent, where that is later. */
  availableAt: string | null;
  /** The first instant at which others may name the friend; null where it is not about that. */
  until: string | null;
  /** What campaigns brought with it, or why they did not. Letters from before there were campaigns have none. */
  extras?: LeadNewsExtra[];
  /** The gift of a campaign that is taken back with it. */
  giftBack?: InBoth | null;
};

type LeadNewsExtra = {
  /** The campaign's. */
  title: InBoth;
  points: number;
  gift: InBoth | null;
  waits: "member" | "stock" | null;
  notGiven: "too-late" | "other-store" | "referrer-full" | "all-given" | null;
};

/**
 * What became of a friend, to the referrer: points that came or were taken back, that the lead is not accepted, what was
 * said to an appeal, or that it stays theirs for some days only.
 */
export const leadNews: Template<LeadNewsProps> = {
  subject: ({ t }, { what }) => t(`mail.leadNews.${what}.subject`),
  body: (context, props) => {
    const {
      name,
      leadId,
      namedAt,
      what,
      points,
      availableAt,
      until,
      extras = [],
      giftBack,
    } = props;
    const { t, locale, timeZone, clubName, origin } = context;
    const words = t(`mail.leadNews.${what}.words`, {
      day: formatDay(namedAt, locale, timeZone),
      until: until ? formatLastDay(until, locale, timeZone) : "",
    });
    const change = what === "taken-back" ? -(points ?? 0) : (points ?? 0);
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name })}
        because={t("mail.because.referrer", { club: clubName })}
      >
        <Words>{words}</Words>
        {change !== 0 && (
          <Figure
            value={formatChange(change, locale)}
            caption={
              availableAt
                ? t("mail.leadNews.from", { day: formatDay(availableAt, locale, timeZone) })
                : t("mail.leadNews.points")
            }
          />
        )}
        {extras.map((extra) => (
          <Words key={extra.title.en + extra.points}>{extraWords(context, extra)}</Words>
        ))}
        {giftBack && (
          <Words>{t("mail.leadNews.giftBack", { gift: inLanguage(locale, giftBack) })}</Words>
        )}
        <LetterButton href={`${origin}/my/referrals/${leadId}`}>
          {t("mail.leadNews.open")}
        </LetterButton>
      </Letter>
    );
  },
};

/** What a campaign brought, in a sentence. */
function extraWords({ t, locale }: LetterContext, extra: LeadNewsExtra): string {
  const { points, gift, waits, notGiven } = extra;
  const title = inLanguage(locale, extra.title);
  if (notGiven !== null) return t(`mail.leadNews.notGiven.${notGiven}`, { title });
  if (gift === null) {
    return t("mail.leadNews.extra", { title, points: formatPoints(points, locale) });
  }
  return t(`mail.leadNews.gift.${waits ?? "yours"}`, { title, gift: inLanguage(locale, gift) });
}

import type { Club } from "#app/modules/club/load-club.server.ts";
import type { StatementEntry } from "#app/modules/ledger/entry.ts";
import { formatLastDay, formatMoney, formatPoints } from "#app/platform/words/format.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { entryArithmetic, entryReason, entryState, entryTitle } from "./entry-words.ts";

type EntryWords = (entry: StatementEntry) => Record<"what" | "state" | "explanation", string>;

/** Says of an entry in a file what its page says: what it was for, how it stands, and why it is what it is. */
export function exportEntryWords(
  t: Translate,
  locale: Locale,
  { currency, timeZone, englishStores }: Pick<Club, "currency" | "timeZone" | "englishStores">,
): EntryWords {
  const now = new Date();
  const say = {
    money: (minor: number) => formatMoney(minor, currency, locale),
    points: (points: number) => formatPoints(points, locale),
  };
  return (entry) => {
    const { meta, lotsMade } = entry;
    const state = entryState(entry, now);
    const order = "orderNumber" in meta ? meta.orderNumber : null;
    const version = "ruleVersion" in meta ? meta.ruleVersion : null;
    const lapsesAt = lotsMade[0]?.lapsesAt;
    const why = [
      order && t("export.why.order", { order }),
      entryArithmetic(t, meta, say),
      "reason" in meta && entryReason(t, meta.reason),
      version && t("entry.fact.ruleVersion", { version }),
      lapsesAt && t("export.why.through", { day: formatLastDay(lapsesAt, locale, timeZone) }),
    ];
    return {
      what: entryTitle(t, entry.kind, meta, englishStores),
      state: state === "pending" || state === "reversed" ? t(`entry.state.${state}`) : "",
      explanation: why.filter(Boolean).join("; "),
    };
  };
}

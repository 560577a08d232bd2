import { type EnglishStores, writtenStore } from "#app/modules/club/store-shown.ts";
import type {
  ContestMeta,
  EntryKind,
  EntryMeta,
  ServiceMeta,
  StatementEntry,
} from "#app/modules/ledger/entry.ts";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import { countedWords } from "#app/platform/words/counted.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate, WordKey } from "#app/platform/words/translate.ts";

/**
 * What an entry was for, in a few words: the line's title.
 *
 * @param stores the English names of the club's stores.
 */
export function entryTitle(
  t: Translate,
  kind: EntryKind,
  meta: EntryMeta,
  stores: EnglishStores,
): string {
  if (kind === "reverse") {
    const order = "orderNumber" in meta ? meta.orderNumber : undefined;
    return order ? t("entry.title.reverseOrder", { order }) : t("entry.title.reverse");
  }
  if (kind === "cancel") return cancelTitle(t, meta);
  switch (meta.for) {
    case "service":
      return serviceTitle(t, meta, stores);
    case "gift":
      return giftTitle(t, meta);
    case "event":
    case "deposit":
      return meta.title;
    case "impact":
      return inLanguage(t.locale, { en: meta.title, zh: meta.titleZh });
    case "campaign":
      return t("entry.title.campaign", {
        title: inLanguage(t.locale, { en: meta.title, zh: meta.titleZh }),
      });
    case "contest":
      return contestTitle(t, meta);
    case "joining":
    case "birthday":
    case "odometer":
    case "survey":
    case "adjustment":
      return t(`entry.title.${meta.for}`);
    case "referral":
      return t(meta.stage === "welcome" ? "entry.title.referred" : "entry.title.referral");
    default:
      return t(KIND_TITLES[kind] ?? "entry.title.adjustment");
  }
}

/** Of what the points are back, where the entry knows. */
function cancelTitle(t: Translate, meta: EntryMeta): string {
  if (meta.for !== "cancellation" || meta.title === undefined) return t("entry.title.cancel");
  return t("entry.title.cancelOf", { title: giftTitle(t, { ...meta, title: meta.title }) });
}

/** Which prize of which contest, and of which age group. */
function contestTitle(t: Translate, meta: ContestMeta): string {
  const { prize, title, titleZh, bracket = "", bracketZh = "" } = meta;
  const contest = inLanguage(t.locale, { en: title, zh: titleZh });
  const group = inLanguage(t.locale, { en: bracket, zh: bracketZh });
  if (prize === null) return group === "" ? contest : t("entry.title.award", { group, contest });
  return group === ""
    ? t("entry.title.contest", { prize, contest })
    : t("entry.title.contestGroup", { prize, group, contest });
}

type NamedGift = { title: string; titleZh?: string; quantity?: number };

/** What was taken, in the reader's language where the entry has it, and how many of it. */
function giftTitle(t: Translate, gift: NamedGift): string {
  const title = inLanguage(t.locale, { en: gift.title, zh: gift.titleZh ?? gift.title });
  const { quantity = 1 } = gift;
  return quantity === 1 ? title : t("entry.title.gifts", { title, quantity });
}

/** By the kind of work where the entry knows it: those from before it was kept do not. */
function serviceTitle(t: Translate, { kind, ...meta }: ServiceMeta, stores: EnglishStores): string {
  const store = writtenStore(t.locale, meta.store, stores);
  const known = workKinds.find((each) => each === kind);
  return known
    ? t("entry.title.work", { work: t(`work.${known}`), store })
    : t("entry.title.service", { store });
}

const KIND_TITLES: Partial<Record<EntryKind, WordKey>> = {
  opening: "entry.title.opening",
  earn: "entry.title.earn",
  spend: "entry.title.spend",
  capture: "entry.title.spend",
  lapse: "entry.title.lapse",
};

export type EntryState = "posted" | "pending" | "lapsed" | "reversed";

/** How an entry stands at an instant: some awards are still to come, some were taken back. */
export function entryState(
  entry: Pick<StatementEntry, "kind" | "reversedBy" | "lotsMade">,
  now: Date,
): EntryState {
  if (entry.reversedBy !== null) return "reversed";
  if (entry.kind === "lapse") return "lapsed";
  const pending = entry.lotsMade.some((lot) => lot.availableAt === null || lot.availableAt > now);
  return pending ? "pending" : "posted";
}

/** The award's arithmetic as one would write it in the margin; null where nothing was multiplied. */
export function entryArithmetic(
  t: Translate,
  meta: EntryMeta,
  say: { money: (minor: number) => string; points: (points: number) => string },
): string | null {
  if (meta.for === "campaign" && meta.base !== undefined && meta.percent !== undefined) {
    const { base, percent } = meta;
    return t("entry.arithmetic.campaign", { base: say.points(base), percent });
  }
  if (meta.for === "impact") {
    const counted = countedWords(meta.unit, meta.amount, t.locale);
    return t("entry.arithmetic.impact", { counted, each: say.points(meta.pointsPerUnit) });
  }
  if (meta.for !== "service") return null;
  const base = { paid: say.money(meta.paidMinor), base: say.points(meta.base) };
  const multiplier = String(meta.multiplier);
  const tier = t(meta.tier === "gold" ? "entry.tier.gold" : "entry.tier.silver");
  if (meta.programmePercent === 0) {
    return t("entry.arithmetic.plain", { ...base, multiplier, tier });
  }
  return t("entry.arithmetic.programme", {
    ...base,
    multiplier,
    tier,
    percent: meta.programmePercent,
  });
}

const REASONS: Record<string, WordKey> = {
  "order-corrected": "entry.reason.order-corrected",
  "order-cancelled": "entry.reason.order-cancelled",
  "order-refunded": "entry.reason.order-refunded",
  "tier-changed": "entry.reason.tier-changed",
  "import-reversed": "entry.reason.import-reversed",
  "stores-merged": "entry.reason.stores-merged",
  "gift-cancelled": "entry.reason.gift-cancelled",
  "gift-lapsed": "entry.reason.gift-lapsed",
  "gift-refunded": "entry.reason.gift-refunded",
  "count-corrected": "entry.reason.count-corrected",
  "no-show-excused": "entry.reason.no-show-excused",
  "late-excused": "entry.reason.late-excused",
  "registration-cancelled": "entry.reason.registration-cancelled",
  "party-changed": "entry.reason.party-changed",
  "event-moved": "entry.reason.event-moved",
  "event-cancelled": "entry.reason.event-cancelled",
  unpaid: "entry.reason.unpaid",
  refunded: "entry.reason.refunded",
  "visit-voided": "entry.reason.visit-voided",
  "reading-voided": "entry.reason.reading-voided",
  "ranking-corrected": "entry.reason.ranking-corrected",
  // Nobody but the dealership sees the statement of a closed account.
  "account-closed": "staff.reason.account-closed",
};

/** Why an entry was made, where its reason is one of ours; a reason that a person wrote stays as written. */
export function entryReason(t: Translate, reason: string): string {
  const key = REASONS[reason];
  return key ? t(key) : reason;
}

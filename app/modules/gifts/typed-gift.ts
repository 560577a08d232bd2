import type { ClubTime } from "#app/platform/club-time.ts";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { momentText, readMoment } from "#app/platform/typed-moment.ts";
import { minorText, readMinor, readWhole } from "#app/platform/typed-number.ts";
import { typedText } from "#app/platform/typed-text.ts";
import type { GiftDetails } from "./create-gift.server.ts";
import { fulfilments, giftKinds, giftTiers } from "./gift.ts";
import { giftDrawings } from "./gift-drawing.ts";
import {
  type GiftErrorKey,
  type GiftErrors,
  type GiftField,
  giftFields,
  type TypedGift,
} from "./gift-fields.ts";

/** The small print, in both languages; empty where there is none. */
export type GiftTerms = { termsEn: string; termsZh: string };

/** A gift as its form describes it. What is shared with others, or has a form of its own, is not in it. */
export type DescribedGift = Omit<GiftDetails, "currency" | "position"> & GiftTerms;

/** How money is written: with so many decimals (2 for CNY; 0 where minor units are), on whose clock. */
export type TypedHow = { digits: number; time: ClubTime };

const MOST_POINTS = 10_000_000;
/** A hundred of them at once still make an integer. */
const MOST_MINOR = 20_000_000;
const TITLE_AT_MOST = 120;
// Both languages of both fit into the bytes of a form, Chinese letters taking nine each.
const ABOUT_AT_MOST = 1_500;
const TERMS_AT_MOST = 3_000;
/** The number of an article, as it is kept. */
export const SKU = /^[A-Z0-9][A-Z0-9._-]{0,39}$/;

/**
 * Reads a gift as it was typed. Everything that is wrong is told at once, each at its field.
 *
 * @param typed text as it came; full-width digits, spaces at the ends and lower-case numbers of articles are read as
 *   what they mean.
 */
export function readTypedGift(
  typed: TypedGift,
  { digits, time }: TypedHow,
): { ok: true; gift: DescribedGift } | { ok: false; errors: GiftErrors } {
  const errors: GiftErrors = {};
  const wrong = (field: GiftField, error: GiftErrorKey) => {
    errors[field] ??= error;
  };

  const sku = typed.sku.normalize("NFKC").trim().toUpperCase();
  if (!SKU.test(sku)) wrong("sku", "giftKeeping.error.sku");
  const title = (field: "titleEn" | "titleZh") => {
    const text = typedText(typed[field]).replace(/\s+/g, " ");
    if (text.length > TITLE_AT_MOST) wrong(field, "giftKeeping.error.title");
    return text;
  };
  const [titleEn, titleZh] = [title("titleEn"), title("titleZh")];
  if (titleEn === "") wrong("titleEn", "giftKeeping.error.title");
  if (titleZh === "") wrong("titleZh", "giftKeeping.error.title");
  const long = (field: GiftField, most: number, error: GiftErrorKey) => {
    const text = typedText(typed[field].replace(/\r\n?/g, "\n"));
    if (text.length > most) wrong(field, error);
    return text;
  };

  const points = within(readWhole(typed.points), 0, MOST_POINTS);
  if (points === null) wrong("points", "giftKeeping.error.points");
  const money = (text: string) => within(readMinor(text, digits), 0, MOST_MINOR);
  const moneyMinor = typed.money.trim() === "" ? 0 : money(typed.money);
  if (moneyMinor === null) wrong("money", "giftKeeping.error.money");
  const costMinor = typed.cost.trim() === "" ? undefined : money(typed.cost);
  if (costMinor === null) wrong("cost", "giftKeeping.error.cost");
  if (points === 0 && moneyMinor === 0) wrong("points", "giftKeeping.error.free");

  const limit = (field: "limitPerMember" | "limitTotal") =>
    readOptional(typed[field], 1, MOST_ROW_ID, () => wrong(field, "giftKeeping.error.limit"));
  const moment = (field: "visibleFrom" | "visibleUntil" | "availableFrom" | "availableUntil") => {
    if (typed[field].trim() === "") return null;
    const read = readMoment(typed[field], field.endsWith("From") ? "from" : "until", time);
    if (read === null) wrong(field, "giftKeeping.error.moment");
    return read;
  };
  const dates = {
    visibleFrom: moment("visibleFrom"),
    visibleUntil: moment("visibleUntil"),
    availableFrom: moment("availableFrom"),
    availableUntil: moment("availableUntil"),
  };
  if (dates.visibleFrom && dates.visibleUntil && dates.visibleFrom >= dates.visibleUntil) {
    wrong("visibleUntil", "giftKeeping.error.order");
  }
  if (dates.availableFrom && dates.availableUntil && dates.availableFrom >= dates.availableUntil) {
    wrong("availableUntil", "giftKeeping.error.order");
  }

  const gift: DescribedGift = {
    sku,
    kind: oneOf(giftKinds, typed.kind.replace(" ", "-"), () =>
      wrong("kind", "giftKeeping.error.kind"),
    ),
    titleEn,
    titleZh,
    aboutEn: long("aboutEn", ABOUT_AT_MOST, "giftKeeping.error.about"),
    aboutZh: long("aboutZh", ABOUT_AT_MOST, "giftKeeping.error.about"),
    points: points ?? 0,
    moneyMinor: moneyMinor ?? 0,
    costMinor: costMinor ?? null,
    tier: oneOf(giftTiers, typed.tier || "silver", () => wrong("tier", "giftKeeping.error.tier")),
    limitPerMember: limit("limitPerMember"),
    limitTotal: limit("limitTotal"),
    fulfilment: oneOf(fulfilments, typed.fulfilment, () =>
      wrong("fulfilment", "giftKeeping.error.fulfilment"),
    ),
    voucherUses:
      readOptional(typed.voucherUses, 1, 100, () =>
        wrong("voucherUses", "giftKeeping.error.voucherUses"),
      ) ?? 1,
    voucherDays:
      readOptional(typed.voucherDays, 1, 3650, () =>
        wrong("voucherDays", "giftKeeping.error.voucherDays"),
      ) ?? 365,
    drawing:
      typed.drawing.trim() === ""
        ? null
        : oneOf(giftDrawings, typed.drawing, () => wrong("drawing", "giftKeeping.error.drawing")),
    ...dates,
    lowAt: readOptional(typed.lowAt, 0, MOST_ROW_ID, () =>
      wrong("lowAt", "giftKeeping.error.lowAt"),
    ),
    termsEn: long("termsEn", TERMS_AT_MOST, "giftKeeping.error.terms"),
    termsZh: long("termsZh", TERMS_AT_MOST, "giftKeeping.error.terms"),
  };
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, gift };
}

/** The form's fields filled in with a gift as it is. */
export function typeGift(gift: DescribedGift, { digits, time }: TypedHow): TypedGift {
  const number = (value: number | null) => (value === null ? "" : String(value));
  const moment = (at: Date | null) => (at === null ? "" : momentText(at, time));
  return {
    sku: gift.sku,
    kind: gift.kind,
    titleEn: gift.titleEn,
    titleZh: gift.titleZh,
    aboutEn: gift.aboutEn,
    aboutZh: gift.aboutZh,
    points: String(gift.points),
    money: minorText(gift.moneyMinor, digits),
    cost: gift.costMinor === null ? "" : minorText(gift.costMinor, digits),
    tier: gift.tier,
    limitPerMember: number(gift.limitPerMember),
    limitTotal: number(gift.limitTotal),
    fulfilment: gift.fulfilment,
    voucherUses: String(gift.voucherUses),
    voucherDays: String(gift.voucherDays),
    drawing: gift.drawing ?? "",
    visibleFrom: moment(gift.visibleFrom),
    visibleUntil: moment(gift.visibleUntil),
    availableFrom: moment(gift.availableFrom),
    availableUntil: moment(gift.availableUntil),
    lowAt: number(gift.lowAt),
    termsEn: gift.termsEn,
    termsZh: gift.termsZh,
  };
}

/** Fields that have another value in one than in the other. */
export const fieldsThatDiffer = (one: TypedGift, other: TypedGift): GiftField[] =>
  giftFields.filter((field) => one[field] !== other[field]);

function oneOf<const Value extends string>(
  values: readonly [Value, ...Value[]],
  typed: string,
  refuse: () => void,
): Value {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  const found = values.find((each) => each === text);
  if (found === undefined) refuse();
  return found ?? values[0];
}

function readOptional(
  typed: string,
  least: number,
  most: number,
  refuse: () => void,
): number | null {
  if (typed.trim() === "") return null;
  const read = within(readWhole(typed), least, most);
  if (read === null) refuse();
  return read;
}

const within = (value: number | null, least: number, most: number): number | null =>
  value !== null && value >= least && value <= most ? value : null;

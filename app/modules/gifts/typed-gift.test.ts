import { expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import { emptyGift, type TypedGift } from "./gift-fields.ts";
import { readTypedGift, typeGift } from "./typed-gift.ts";

const how = { digits: 2, time: clubTime("Asia/Shanghai") };
const SCARF: TypedGift = {
  ...emptyGift,
  sku: "SCARF",
  titleEn: "Scarf",
  titleZh: "围巾",
  points: "1280",
};
const read = (changes: Partial<TypedGift> = {}, digits = 2) =>
  readTypedGift({ ...SCARF, ...changes }, { ...how, digits });
function gift(...args: Parameters<typeof read>) {
  const answer = read(...args);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.gift;
}
function errors(...args: Parameters<typeof read>) {
  const answer = read(...args);
  return answer.ok ? {} : answer.errors;
}

test("a gift is read with what a new one begins with", () => {
  expect(gift()).toMatchObject({
    sku: "SCARF",
    kind: "keepsake",
    points: 1280,
    moneyMinor: 0,
    costMinor: null,
    tier: "silver",
    limitPerMember: null,
    fulfilment: "collect",
    voucherUses: 1,
    voucherDays: 365,
    drawing: null,
    visibleFrom: null,
    lowAt: null,
  });
});

test.each([
  ["with as many decimals as the currency has", "399.00", 2, 39_900],
  ["without them", "399", 2, 39_900],
  ["with separators and a sign", "￥1,399.5", 2, 139_950],
  ["full width", "３９９", 2, 39_900],
  ["in a currency without decimals", "399", 0, 399],
  ["in a currency with three", "1.005", 3, 1005],
  ["never rounded on the way", "1.15", 2, 115],
  ["not at all: that is nought", "", 2, 0],
])("money is typed %s", (_case, money, digits, minor) => {
  expect(gift({ money }, digits).moneyMinor).toBe(minor);
});

test.each([
  ["more decimals than the currency has", { money: "1.005" }, "money", "giftKeeping.error.money"],
  ["less than nothing", { money: "-1" }, "money", "giftKeeping.error.money"],
  ["a gift for nothing at all", { points: "0", money: "0" }, "points", "giftKeeping.error.free"],
  ["no points at all, where nought is meant", { points: "" }, "points", "giftKeeping.error.points"],
  ["half a point", { points: "1.5" }, "points", "giftKeeping.error.points"],
  ["a limit of none", { limitPerMember: "0" }, "limitPerMember", "giftKeeping.error.limit"],
  ["a title in one language", { titleZh: " " }, "titleZh", "giftKeeping.error.title"],
  ["a SKU with a space", { sku: "TWO WORDS" }, "sku", "giftKeeping.error.sku"],
  ["a kind of its own", { kind: "food" }, "kind", "giftKeeping.error.kind"],
  [
    "a drawing that we have not",
    { drawing: "../../secret" },
    "drawing",
    "giftKeeping.error.drawing",
  ],
  ["no day", { visibleFrom: "2026-02-30" }, "visibleFrom", "giftKeeping.error.moment"],
  ["no time", { visibleFrom: "2026-02-20T24:00" }, "visibleFrom", "giftKeeping.error.moment"],
  [
    "an end before its beginning",
    { availableFrom: "2026-12-02", availableUntil: "2026-12-01" },
    "availableUntil",
    "giftKeeping.error.order",
  ],
  ["a voucher without uses", { voucherUses: "0" }, "voucherUses", "giftKeeping.error.voucherUses"],
])("refused: %s", (_case, changes, field, error) => {
  expect(errors(changes)).toEqual({ [field]: error });
});

test("all that is wrong is told at once", () => {
  expect(Object.keys(errors({ sku: "", titleEn: "", points: "x" }))).toEqual([
    "sku",
    "titleEn",
    "points",
  ]);
});

test.each([
  ["a moment as a browser sends it", "2026-12-24T18:00", "2026-12-24T10:00:00.000Z"],
  ["a moment as people type it", "2026-12-24 18:00", "2026-12-24T10:00:00.000Z"],
  ["a day alone is its beginning", "2026-12-24", "2026-12-23T16:00:00.000Z"],
])("%s, on the club's clock", (_case, visibleFrom, instant) => {
  expect(gift({ visibleFrom }).visibleFrom?.toISOString()).toBe(instant);
});

test("a day alone is its end where it is an end", () => {
  const { visibleUntil } = gift({ visibleUntil: "2026-12-24" });
  expect(visibleUntil?.toISOString()).toBe("2026-12-24T16:00:00.000Z");
});

test("what was read is typed as it was, and read again as the same", () => {
  const typed: TypedGift = {
    ...SCARF,
    kind: "car-care",
    aboutEn: "Two\nlines",
    aboutZh: "两行",
    money: "399.05",
    cost: "0.50",
    tier: "gold",
    limitPerMember: "2",
    limitTotal: "100",
    fulfilment: "voucher",
    voucherUses: "3",
    drawing: "key-ring",
    visibleFrom: "2026-12-24T18:00",
    availableUntil: "2027-01-01T00:00",
    lowAt: "0",
    termsEn: "While there are any.",
    termsZh: "换完即止。",
  };
  expect(typeGift(gift(typed), how)).toEqual(typed);
});

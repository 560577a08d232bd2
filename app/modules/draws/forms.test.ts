import { describe, expect, test } from "vitest";
import { clubTime } from "#app/platform/club-time.ts";
import type { DrawDraft } from "./draft.ts";
import { DrawActForm, DrawForm, PrizeTableActForm, readTablePrizes } from "./forms.ts";
import { typeDraw } from "./type-draw.ts";

const time = clubTime("Asia/Shanghai");
const draft: DrawDraft = {
  title: { en: "Factory visit", zh: "工厂参观" },
  about: { en: "", zh: "" },
  entrants: { of: "visits", from: "2026-01-01", through: "2026-12-20", perVisit: true },
  onePerHousehold: true,
  mustBePresent: false,
  drawAt: new Date("2026-12-27T10:30:00Z"),
  claimBy: "2027-01-15",
  how: {
    ...{ kind: "sse-composite", reference: "2026-12-25" },
    due: new Date("2026-12-25T07:00:00Z"),
  },
  prizes: [
    { title: { en: "Visit", zh: "参观" }, count: 10, variantId: null },
    { title: { en: "Key ring", zh: "钥匙扣" }, count: 1, variantId: 7 },
  ],
};
const typed = { requestKey: "k", ...typeDraw(draft, time) };
const wrongIn = (changes: Record<string, string | undefined>) => {
  const read = DrawForm(time).safeParse({ ...typed, ...changes });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path}: ${message}`);
};

test.each<[string, Partial<DrawDraft>]>([
  ["among members", {}],
  ["among the families of an event", { entrants: { of: "checked-in", eventId: 7 } }],
  ["by hand", { how: { pickedBy: { en: "A child", zh: "小朋友" } } }],
  [
    "with a lottery's numbers",
    {
      how: {
        ...{ kind: "union-lotto", reference: "2026-12-27" },
        due: new Date("2026-12-27T13:15:00Z"),
      },
      drawAt: new Date("2026-12-27T13:30:00Z"),
    },
  ],
])("a draw %s is read as it was typed", (_what, changes) => {
  const whole = { ...draft, ...changes };
  const read = DrawForm(time).safeParse({ requestKey: "k", ...typeDraw(whole, time) });
  expect(read.data).toEqual({ requestKey: "k", draft: whole });
});

describe("what is wrong is said beside its field", () => {
  test.each<[string, Record<string, string | undefined>, string]>([
    ["no title", { titleZh: " " }, "titleZh: draws.error.title"],
    ["a title without end", { titleEn: "x".repeat(121) }, "titleEn: draws.error.long"],
    ["no moment", { drawAt: "soon" }, "drawAt: draws.error.moment"],
    [
      "drawn before its value is known",
      { drawAt: "2026-12-25T14:59" },
      "drawAt: draws.error.tooSoon",
    ],
    ["claimed before it is drawn", { claimBy: "2026-12-26" }, "claimBy: draws.error.claimBy"],
    ["no last day", { claimBy: "" }, "claimBy: draws.error.day"],
    ["an end before its beginning", { through: "2025-12-31" }, "from: draws.error.days"],
    ["no event", { of: "registered", event: "0" }, "event: draws.error.event"],
    ["no public value", { valueKind: undefined }, "valueReference: draws.error.value"],
    ["none of that name", { valueReference: "Friday" }, "valueReference: draws.error.value"],
    [
      "nobody who picks",
      { method: "by-hand", pickedByEn: "A child" },
      "pickedByEn: draws.error.pickedBy",
    ],
    ["none of a prize", { prizeCount1: "0" }, "prizeEn1: draws.error.prize"],
    ["a prize in one language", { prizeZh1: "" }, "prizeEn1: draws.error.prize"],
    ["none of a gift", { prizeCount2: "" }, "prizeEn2: draws.error.prize"],
    ["no gift of that number", { prizeVariant2: "7 or 8" }, "prizeVariant2: draws.error.gift"],
  ])("%s", (_what, changes, wrong) => {
    expect(wrongIn(changes)).toEqual([wrong]);
  });

  test("no prize at all", () => {
    const none = { prizeEn1: "", prizeZh1: "", prizeCount1: "" };
    const rest = { prizeEn2: "", prizeZh2: "", prizeCount2: "", prizeVariant2: "" };
    expect(wrongIn({ ...none, ...rest })).toEqual(["prizeEn1: draws.error.prize"]);
  });
});

test("a gift of the catalogue needs no name", () => {
  const read = DrawForm(time).safeParse({ ...typed, prizeEn2: "", prizeZh2: "" });
  const gift = { title: { en: "", zh: "" }, count: 1, variantId: 7 };
  expect(read.data?.draft.prizes[1]).toEqual(gift);
});

describe("a table of prizes", () => {
  const none = Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((place) =>
      ["En", "Zh", "Weight", "Count", "Variant"].map((field) => [`prize${field}${place}`, ""]),
    ),
  );
  const film = { prizeEn1: "Film", prizeZh1: "膜", prizeWeight1: "1", prizeCount1: "20" };
  const mats = { prizeEn2: "Mats", prizeZh2: "脚垫", prizeWeight2: "9", prizeCount2: "" };
  const read = (changes: Record<string, string>) => {
    const head = { intent: "open", requestKey: "k", titleEn: "Delivery", titleZh: "交车" };
    const form = PrizeTableActForm.parse({ ...head, ...none, ...changes });
    return form.intent === "open" ? readTablePrizes(form) : null;
  };

  test("is read as it was typed: without a count a prize does not run out", () => {
    expect(read({ ...film, ...mats })).toEqual([
      { title: { en: "Film", zh: "膜" }, weight: 1, pieces: 20, variantId: null },
      { title: { en: "Mats", zh: "脚垫" }, weight: 9, pieces: null, variantId: null },
    ]);
    expect(read({})).toEqual([]);
  });

  test.each([
    ["without tickets", { prizeWeight1: "" }],
    ["with none", { prizeWeight1: "0" }],
    ["with too many", { prizeWeight1: "1001" }],
    ["in one language", { prizeZh1: "" }],
    ["with no pieces", { prizeCount1: "0" }],
    ["with half a piece", { prizeCount1: "0.5" }],
    ["that is an endless gift", { prizeVariant1: "7", prizeCount1: "" }],
    ["that is no gift", { prizeVariant1: "-7" }],
  ])("is none with a prize %s", (_what, changes) => {
    expect(read({ ...film, ...mats, ...changes })).toBeNull();
  });
});

test("a hand-over is taken back with a reason in somebody's own words", () => {
  const undo = { intent: "undo", at: "2026-11-13T03:00:00.000Z", reason: "  " };
  for (const read of [
    DrawActForm.safeParse({ ...undo, win: "1" }),
    PrizeTableActForm.safeParse({ ...undo, turn: "1" }),
  ]) {
    expect(read.error?.issues).toMatchObject([{ path: ["reason"], message: "form.error.reason" }]);
  }
});

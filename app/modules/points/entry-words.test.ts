import { describe, expect, test } from "vitest";
import type { ContestMeta, EntryKind, EntryMeta, ServiceMeta } from "#app/modules/ledger/entry.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatMoney, formatPoints } from "#app/platform/words/format.ts";
import { entryArithmetic, entryReason, entryState, entryTitle } from "./entry-words.ts";

const en = translator("en");
const zh = translator("zh-CN");

const aService = (changes: Partial<ServiceMeta> = {}): ServiceMeta => ({
  for: "service",
  orderId: 1,
  orderNumber: "RO1",
  store: "城东店",
  settledOn: "2026-03-10",
  paidMinor: 128_600,
  currency: "CNY",
  base: 128,
  tier: "gold",
  multiplier: 2,
  programme: "home",
  programmePercent: 0,
  ruleVersion: 1,
  ...changes,
});

const aPrize = (changes: Partial<ContestMeta> = {}): ContestMeta => ({
  ...{ for: "contest", contestId: 1, eventId: 1, version: 1, number: 7, prize: 2 },
  ...{ title: "Drawing contest", titleZh: "绘画大赛", bracket: "Junior", bracketZh: "少年组" },
  ...changes,
});
const planted: EntryMeta = {
  ...{ for: "impact", eventId: 1, title: "Tree planting day", titleZh: "植树欢乐节" },
  ...{ amount: 30, pointsPerUnit: 10, ruleVersion: 1 },
  unit: { one: "tree planted", many: "trees planted", zh: "棵树" },
};

const lines: [EntryKind, EntryMeta, string, string][] = [
  ["earn", aService(), "Service at 城东店", "城东店 维修保养"],
  ["earn", aService({ store: "西岸店" }), "Service at West Bank", "西岸店 维修保养"],
  ["opening", { for: "opening", source: "roll" }, "Balance brought along", "期初积分"],
  ["earn", { for: "joining", ruleVersion: 1 }, "Welcome to the club", "入会礼"],
  ["earn", { for: "birthday", ruleVersion: 1 }, "Happy birthday", "生日礼"],
  ["earn", { for: "odometer", ruleVersion: 1 }, "Odometer reading", "更新里程"],
  ["earn", { for: "survey", ruleVersion: 1 }, "Survey", "问卷调查"],
  ["earn", { for: "event", eventId: 1, title: "植树" }, "植树", "植树"],
  ["earn", planted, "Tree planting day", "植树欢乐节"],
  [
    "earn",
    { for: "referral", leadId: 1, stage: "delivered", ruleVersion: 1 },
    "A friend you recommended",
    "推荐好友",
  ],
  [
    "earn",
    {
      ...{ for: "campaign", campaignId: 1, version: 1, leadId: 1, stage: "delivered" },
      ...{ title: "Spring recommendation", titleZh: "春季推荐" },
    },
    "Campaign: Spring recommendation",
    "活动：春季推荐",
  ],
  ["earn", aPrize(), "2nd prize, Junior: Drawing contest", "少年组二等奖：绘画大赛"],
  [
    "earn",
    aPrize({
      prize: 1,
      bracket: undefined,
      bracketZh: undefined,
      title: "Balance bridge",
      titleZh: "平衡桥",
    }),
    "1st prize: Balance bridge",
    "一等奖：平衡桥",
  ],
  [
    "earn",
    aPrize({ prize: null, title: "Little guardian of nature", titleZh: "自然小卫士" }),
    "Little guardian of nature, Junior",
    "自然小卫士（少年组）",
  ],
  ["spend", { for: "gift", redemptionId: 1, giftId: 1, title: "钥匙扣" }, "钥匙扣", "钥匙扣"],
  [
    "cancel",
    { for: "gift", redemptionId: 1, giftId: 1, title: "钥匙扣" },
    "Points given back",
    "积分退回",
  ],
  [
    "cancel",
    {
      for: "cancellation",
      reason: "gift-cancelled",
      title: "Key ring",
      titleZh: "钥匙扣",
      quantity: 2,
    },
    "Points given back: 2 × Key ring",
    "积分退回：钥匙扣 × 2",
  ],
  ["cancel", { for: "cancellation", reason: "gift-cancelled" }, "Points given back", "积分退回"],
  ["adjust", { for: "adjustment", reason: "…", by: 1 }, "Adjusted by the club", "车友会调整"],
  [
    "reverse",
    { for: "correction", reason: "order-cancelled", orderNumber: "RO1" },
    "Taken back: order RO1",
    "撤回：工单 RO1",
  ],
  ["reverse", { for: "correction", reason: "…" }, "Points taken back", "积分撤回"],
  ["lapse", {}, "Points expired", "积分到期"],
  ["earn", {}, "Points earned", "获得积分"],
  ["capture", {}, "Points spent", "使用积分"],
];

test.each(lines)(
  "an entry of kind %s for %o has its title in both languages",
  (kind, meta, a, b) => {
    expect(entryTitle(en, kind, meta, { 西岸店: "West Bank" })).toBe(a);
    expect(entryTitle(zh, kind, meta, {})).toBe(b);
  },
);

describe("the arithmetic in words", () => {
  const say = (locale: "en" | "zh-CN") => ({
    money: (minor: number) => formatMoney(minor, "CNY", locale),
    points: (points: number) => formatPoints(points, locale),
  });

  test("of what was done together is the count and the points for each", () => {
    expect(entryArithmetic(en, planted, say("en"))).toBe("3 trees planted × 10 points");
    expect(entryArithmetic(zh, planted, say("zh-CN"))).toBe("3 棵树 × 10 积分");
  });

  test("goes from what was paid to base points and the tier", () => {
    expect(entryArithmetic(en, aService(), say("en"))).toBe("¥1,286.00 paid → 128 base × 2 gold");
    expect(entryArithmetic(zh, aService(), say("zh-CN"))).toBe(
      "实付 ¥1,286.00 → 基础 128 × 金卡 2 倍",
    );
  });

  test("names the region's bonus where there is one", () => {
    const meta = aService({ tier: "silver", multiplier: 1, programmePercent: 50 });
    expect(entryArithmetic(en, meta, say("en"))).toBe(
      "¥1,286.00 paid → 128 base × 1 silver, + 50\u202f% for your region",
    );
  });

  test("of a campaign's share says of what it is one, and of a fixed bonus nothing", () => {
    const bonus = {
      for: "campaign",
      campaignId: 1,
      version: 1,
      leadId: 1,
      stage: "test-drive",
    } as const;
    const titles = { title: "Spring", titleZh: "春季" };
    expect(entryArithmetic(en, { ...bonus, ...titles, base: 200, percent: 50 }, say("en"))).toBe(
      "200 points for the stage × 50 % on top",
    );
    expect(entryArithmetic(en, { ...bonus, ...titles }, say("en"))).toBeNull();
  });

  test("there is none for points that were not worked out", () => {
    expect(entryArithmetic(en, { for: "opening", source: "roll" }, say("en"))).toBeNull();
  });
});

test("a reason of ours is said in words, one that a person wrote stays as it is", () => {
  expect(entryReason(zh, "order-cancelled")).toBe("工单已红冲");
  for (const reason of [
    "registration-cancelled",
    "party-changed",
    "event-moved",
    "event-cancelled",
  ]) {
    expect(entryReason(en, reason)).not.toContain(reason);
  }
  expect(entryReason(zh, "=SUM(A1) 補償")).toBe("=SUM(A1) 補償");
});

describe("how an entry stands", () => {
  const now = new Date("2026-11-21T04:00:00Z");
  const aLot = (availableAt: Date | null) => ({
    lotId: 1,
    points: 1,
    remaining: 1,
    repaidDebt: 0,
    availableAt,
    lapsesAt: null,
    grace: false,
  });
  const anEntry = (availableAt: Date | null, reversedBy: number | null = null) => ({
    kind: "earn" as const,
    reversedBy,
    lotsMade: [aLot(availableAt)],
  });

  test.each([
    ["an award is posted from the instant it is available", anEntry(now), "posted"],
    ["and pending to the last millisecond before", anEntry(new Date(now.getTime() + 1)), "pending"],
    ["an unsettled bill is pending", anEntry(null), "pending"],
    ["what was taken back is struck, pending or not", anEntry(null, 9), "reversed"],
    ["a lapse has faded", { ...anEntry(now), kind: "lapse" as const, lotsMade: [] }, "lapsed"],
  ])("%s", (_case, entry, state) => {
    expect(entryState(entry, now)).toBe(state);
  });
});

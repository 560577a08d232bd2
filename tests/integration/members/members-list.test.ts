import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { adjustPoints } from "#app/modules/ledger/adjust-points.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { exportMemberList } from "#app/modules/members/export-member-list.server.ts";
import { filterContext, listMembers } from "#app/modules/members/list-members.server.ts";
import { loadMemberList } from "#app/modules/members/load-member-list.server.ts";
import { readMemberFilter } from "#app/modules/members/member-filter.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { changeStatus } from "#app/modules/standing/change-status.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { addDays, addMonths, endOfMonthAfter } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar, anOrder, daysAgo, goldFrom, time } from "../garage/workshop-fixtures.ts";

testDatabase();

const today = time.dayOf(new Date());
const people: Record<string, TestMember> = {};
let storeId: number;

const filter = (query: string) => readMemberFilter(new URLSearchParams(query));
const named = async (query: string) =>
  (await loadMemberList(db(), filter(query), null)).members.map(({ name }) => name);

beforeAll(async () => {
  await ensureClub(db());
  const add = async (name: string, joinedOn = "2024-03-01") => {
    const member = await aMember({ name });
    await db().member.update({
      where: { id: member.memberId },
      data: { joinedOn: new Date(joinedOn) },
    });
    people[name] = member;
    return member;
  };
  const plain = await add("plain", "2026-01-05");
  await db().person.update({ where: { id: plain.id }, data: { email: null } });
  await add("region", "2026-02-01").then(({ memberId }) =>
    db().member.update({
      where: { id: memberId },
      data: { programme: "region", birthMonth: 2, birthDay: 29 },
    }),
  );
  await goldFrom(await add("gold by dues"), daysAgo(100), addDays(today, 20), "dues");
  await goldFrom(await add("gold in grace"), daysAgo(400), daysAgo(10), "imported");
  await goldFrom(await add("grant that ended"), daysAgo(400), daysAgo(1), "granted");
  await goldFrom(await add("gold long ago"), daysAgo(900), daysAgo(500), "imported");
  await goldByPoints(await add("gold by points"), daysAgo(30));
  await renewedByTheClock(await add("gold renewed by the clock"));

  const driver = await add("driver");
  const car = await aCar(driver, { plate: "沪A12345", model: "迈腾 330TSI" });
  await anOrder(driver, car, daysAgo(20), { store: "西岸店" });
  const sold = await add("sold the car");
  const old = await aCar(sold, { plate: "沪A54321", model: "迈腾 280TSI", until: daysAgo(500) });
  await anOrder(sold, old, daysAgo(600), { store: "西岸店" });
  storeId = (await db().store.findFirstOrThrow({ where: { name: "西岸店" } })).id;

  await points(await add("lapsing soon"), 70, addDays(today, 25));
  await points(await add("lapsing later"), 80, addDays(today, 80));
  await inDebt(await add("in debt"));
  const gone = await add("closed");
  await db().person.update({ where: { id: gone.id }, data: { closedAt: new Date() } });
});

/** An award with status points that make gold, judged as an import does. */
async function goldByPoints(member: TestMember, day: string): Promise<void> {
  const countsAt = time.startOfDay(day);
  const context = { book: await loadRuleBook(), time, now: new Date() };
  await db().$transaction((tx) =>
    changeStatus(tx, [{ memberId: member.memberId, points: 2500, countsAt }], context),
  );
  await award(member, 2500, 2500, day, addDays(today, 500));
}

/** Gold that ended half a year ago while there were points enough: nothing was written since. */
async function renewedByTheClock(member: TestMember): Promise<void> {
  const ended = endOfMonthAfter(addMonths(today, -6), 0);
  await goldFrom(member, addMonths(ended, -12), ended, "imported");
  await award(member, 10, 2400, addMonths(ended, -2), addDays(today, 500));
}

let awards = 0;
async function award(
  { accountId }: TestMember,
  amount: number,
  statusPoints: number,
  day: string,
  usableThrough: string,
) {
  awards += 1;
  return earnPoints(db(), {
    scope: "test",
    key: `award-${awards}`,
    accountId,
    points: amount,
    statusPoints,
    availableAt: time.startOfDay(day),
    lapsesAt: time.endOfDay(usableThrough),
    effectiveAt: time.startOfDay(day),
    meta: { for: "survey", ruleVersion: 1 },
  });
}

const points = (member: TestMember, amount: number, through: string) =>
  award(member, amount, 0, daysAgo(1), through);

async function inDebt(member: TestMember): Promise<void> {
  const { entryId } = await award(member, 300, 0, daysAgo(2), addDays(today, 500));
  await adjustPoints(db(), {
    scope: "test",
    key: "spent",
    accountId: member.accountId,
    points: -300,
    lapsesAt: null,
    meta: { for: "adjustment", reason: "gift", by: member.id },
  });
  await reverseEntry(db(), {
    scope: "test",
    key: "back",
    entryId,
    meta: { for: "correction", reason: "order-cancelled", orderNumber: "RO" },
  });
}

describe("the list is narrowed to", () => {
  test.each([
    [
      "gold",
      "tier=gold",
      ["gold by dues", "gold by points", "gold in grace", "gold renewed by the clock"],
    ],
    ["gold that ends within 30 days", "goldEnds=30", ["gold by dues"]],
    ["gold or grace that ends within 60 days", "goldEnds=60", ["gold by dues", "gold in grace"]],
    ["a card programme", "programme=region", ["region"]],
    [
      "who joined between two days",
      "joinedFrom=2026-01-05&joinedTo=2026-02-01",
      ["plain", "region"],
    ],
    ["who has no e-mail", "email=without", ["plain"]],
    ["who owes points", "debt=yes", ["in debt"]],
    ["whose points lapse within 30 days", "lapsing=30", ["lapsing soon"]],
    ["whose points lapse within 90 days", "lapsing=90", ["lapsing later", "lapsing soon"]],
    ["a birth month", "birthday=2", ["region"]],
    ["a part of the model of a car they hold", "model=腾 33", ["driver"]],
    ["a model in other letters' case and width", "model=３３０tsi", ["driver"]],
    ["several things at once", "tier=silver&email=without&birthday=2", []],
  ])("%s", async (_case, query, names) => {
    expect((await named(query)).sort()).toEqual([...names].sort());
  });

  test("who visited a store within twelve months", async () => {
    expect(await named(`store=${storeId}`)).toEqual(["driver"]);
  });

  test("silver: everybody else whose account is open", async () => {
    const silver = await named("tier=silver");
    expect(silver).toHaveLength(Object.keys(people).length - 1 - 4);
    expect(silver).not.toContain("closed");
  });
});

test("every tier in the list is the one that the clock gives, for every member", async () => {
  const standings = await loadTierStatuses(
    db(),
    Object.values(people).map(({ memberId }) => memberId),
  );
  const gold = Object.entries(people)
    .filter(([, { memberId }]) => standings.get(memberId)?.standing.tier === "gold")
    .map(([name]) => name);
  expect((await named("tier=gold")).sort()).toEqual(gold.sort());
});

test.each(["newest", "number", "name"])(
  "sorted by %s, its pages hold everybody once",
  async (sort) => {
    const context = await filterContext();
    const seen: string[] = [];
    let after: Awaited<ReturnType<typeof listMembers>>["next"] = null;
    do {
      const page = await listMembers(db(), filter(`sort=${sort}`), context, { after, limit: 4 });
      seen.push(...page.members.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(Object.keys(people).length - 1);
    expect(new Set(seen).size).toBe(seen.length);
    if (sort === "name") expect(seen).toEqual([...seen].sort());
    if (sort === "newest") expect(seen.slice(0, 2)).toEqual(["region", "plain"]);
  },
);

test("a line says tier and its end, cars, points, and what lapses next", async () => {
  const { members, count } = await loadMemberList(db(), filter("goldEnds=30"), null);
  expect(members).toMatchObject([
    { name: "gold by dues", tier: "gold", goldThrough: addDays(today, 20), cars: [], debt: 0 },
  ]);
  expect(count).toEqual({ count: 1, more: false });
  const lapsing = await loadMemberList(db(), filter("lapsing=30"), null);
  expect(lapsing.members[0]).toMatchObject({
    available: 70,
    lapsing: { points: 70, through: addDays(today, 25) },
  });
  const driver = await loadMemberList(db(), filter("model=330"), null);
  expect(driver.members[0]?.cars).toEqual(["沪A12345"]);
});

test("exported it has headings in the reader's language, contact data, and no formulas", async () => {
  const plain = people.plain as TestMember;
  await db().person.update({
    where: { id: plain.id },
    data: { name: '=HYPERLINK("http://x")', phone: "+8613800010001" },
  });
  const chunks: string[] = [];
  for await (const lines of exportMemberList(filter("email=without"), translator("zh-CN"))) {
    chunks.push(lines);
  }
  const [heading, line, end] = chunks.join("").split("\r\n");
  expect(heading).toMatch(/^\uFEFF会员号,姓名,手机,邮箱,等级/);
  expect(line).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(line).toContain("13800010001");
  expect(line).toContain("2026-01-05");
  expect(end).toBe("");
});

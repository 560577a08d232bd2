import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#app/modules/access/roles.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { showContact } from "#app/modules/members/show-contact.server.ts";
import { findStatementLine } from "#app/modules/points/find-statement-line.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

const NUMBER = "M00010009";
const STAFF = ["desk", "events", "gifts", "sales", "finance", "admin"] as const;
let accountId: number;
let staffId: number;
let firstEntry: number;

beforeAll(async () => {
  accountId = [...(await openAccounts(db(), ["member:1"])).values()][0] as number;
  const desk = await db().person.create({ data: { name: "周敏" } });
  staffId = desk.id;
  await db().person.create({
    data: {
      name: "杜建",
      email: "owner@marque.test",
      phone: "+8618806480894",
      member: {
        create: {
          number: NUMBER,
          programme: "region",
          accountId: BigInt(accountId),
          joinedOn: new Date("2021-10-02"),
          cardToken: "a-token-nobody-can-guess",
          cars: {
            create: [
              {
                startsAt: new Date("2021-10-02"),
                car: { create: { vin: "WBAD25UT0J3095119", plate: "鄂GD39099", model: "ES200" } },
              },
              {
                startsAt: new Date("2015-01-01"),
                endsAt: new Date("2021-10-02"),
                car: { create: { plate: "鄂A00001" } },
              },
            ],
          },
        },
      },
    },
  });
  await bookHistory();
});

/** Thirty awards and a gift; the last award's order is on file, and so is one that earned nothing. */
async function bookHistory(): Promise<void> {
  const { id: memberId } = await db().member.findUniqueOrThrow({ where: { number: NUMBER } });
  const store = await db().store.create({ data: { name: "湖畔一店" } });
  const order = (data: { orderNumber: string; settledAt: Date; kind: string; award?: number }) => {
    const { award, ...rest } = data;
    return db().serviceOrder.create({
      data: {
        ...rest,
        storeId: store.id,
        plate: "鄂GD39099",
        odometerKm: 45_010,
        labourMinor: 28_600,
        partsMinor: 100_000,
        discountMinor: 0,
        paidMinor: 128_600,
        payer: "owner",
        state: "settled",
        rank: 1,
        memberId,
        awardTxnId: award ?? null,
      },
    });
  };
  let award = 0;
  for (let n = 1; n <= 30; n++) {
    const booked = await earnPoints(db(), {
      scope: "test",
      key: `award-${n}`,
      accountId,
      points: 100,
      statusPoints: 50,
      availableAt: new Date(Date.now() - 86_400_000),
      lapsesAt: new Date(Date.now() + 400 * 86_400_000),
      effectiveAt: new Date(Date.now() - (40 - n) * 86_400_000),
      meta: { for: "adjustment", reason: `visit ${n}`, by: staffId },
    });
    award = booked.entryId;
    if (n === 1) firstEntry = award;
  }
  await spendPoints(db(), {
    scope: "test",
    key: "gift",
    accountId,
    points: 250,
    meta: { for: "gift", redemptionId: 1, giftId: 1, title: "Umbrella" },
  });
  await order({
    orderNumber: "RO-1",
    settledAt: new Date("2026-05-01"),
    kind: "maintenance",
    award,
  });
  await order({ orderNumber: "RO-2", settledAt: new Date("2026-06-01"), kind: "warranty" });
}

const pageFor = (...roles: Role[]) => loadMemberPage(db(), NUMBER, roles);

test("the desk sees the whole of a member on one page", async () => {
  const page = await pageFor("desk");
  expect(page).toMatchObject({
    number: NUMBER,
    name: "杜建",
    programme: "region",
    joinedOn: "2021-10-02",
    closed: false,
    standing: { standing: { tier: "silver" }, status: 1500 },
    contact: { phone: "+8618806480894", email: "owner@marque.test", masked: false },
    points: { available: 2750, pending: 0, debt: 0 },
  });
  expect(page?.cars?.map(({ plate, until }) => [plate, until !== null])).toEqual([
    ["鄂GD39099", false],
    ["鄂A00001", true],
  ]);
  expect(page?.visits?.map(({ orderNumber, earned }) => [orderNumber, earned])).toMatchObject([
    ["RO-2", { points: 0, reason: "kind-earns-nothing" }],
    ["RO-1", { points: 100, entryId: expect.any(Number), pending: false }],
  ]);
});

test("the statement is paged by its own order, and an entry leads to the page that begins with it", async () => {
  const first = await pageFor("admin");
  expect(first?.statement?.entries[0]).toMatchObject({
    kind: "spend",
    points: -250,
    balance: 2750,
  });
  expect(first?.statement?.entries).toHaveLength(20);
  const before = first?.statement?.olderBefore;
  const second = await loadMemberPage(db(), NUMBER, ["admin"], { before });
  expect(second?.statement?.entries).toHaveLength(11);
  expect(second?.statement?.olderBefore).toBeNull();
  expect(second?.statement?.entries.at(-1)?.entryId).toBe(firstEntry);
  const line = (await findStatementLine(db(), NUMBER, firstEntry)) as number;
  const there = await loadMemberPage(db(), NUMBER, ["admin"], { before: line + 1 });
  expect(there?.statement?.entries[0]?.entryId).toBe(firstEntry);
  expect(await findStatementLine(db(), "M00010017", firstEntry)).toBeNull();
  expect(await findStatementLine(db(), NUMBER, 999_999)).toBeNull();
});

describe("a role sees what its work needs and no more", () => {
  const parts = (page: Awaited<ReturnType<typeof pageFor>>) =>
    (["points", "statement", "cars", "visits"] as const).filter((part) => page?.[part] !== null);

  test.each([
    ["desk", ["points", "statement", "cars", "visits"], "+8618806480894", "owner@marque.test"],
    ["admin", ["points", "statement", "cars", "visits"], "+8618806480894", "owner@marque.test"],
    ["finance", ["points", "statement", "visits"], "+86 ••• 0894", "o•••@marque.test"],
    ["gifts", ["points"], "+86 ••• 0894", "o•••@marque.test"],
    ["sales", ["cars"], "+86 ••• 0894", "o•••@marque.test"],
    ["events", [], "+86 ••• 0894", "o•••@marque.test"],
  ] as const)("%s", async (role, seen, phone, email) => {
    const page = await pageFor(role);
    expect(parts(page)).toEqual(seen);
    expect(page?.contact).toMatchObject({ phone, email });
  });

  test("whoever has two roles sees what either needs", async () => {
    expect(parts(await pageFor("sales", "gifts"))).toEqual(["points", "cars"]);
  });

  test("a referrer, were one to come here, sees none of it", async () => {
    const page = await pageFor("referrer");
    expect([parts(page), page?.contact.phone]).toEqual([[], "+86 ••• 0894"]);
  });

  test.each(STAFF)("a number that is nobody's is not there for %s", async (role) => {
    expect(await loadMemberPage(db(), "M99999999", [role])).toBeNull();
    expect(await loadMemberPage(db(), "' or 1=1 --", [role])).toBeNull();
  });
});

test("showing a masked contact is written down with who, what and from where", async () => {
  const ask = { number: NUMBER, field: "phone", by: staffId, address: "203.0.113.7" } as const;
  expect(await showContact(db(), ask)).toBe("+8618806480894");
  expect(await showContact(db(), { ...ask, field: "email" })).toBe("owner@marque.test");
  expect(await showContact(db(), { ...ask, number: "M99999999" })).toBeNull();
  const written = await db().auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(written).toMatchObject([
    {
      personId: staffId,
      action: "contact.shown",
      subject: `member:${NUMBER}`,
      detail: { field: "phone" },
      address: "203.0.113.7",
    },
    { personId: staffId, action: "contact.shown", detail: { field: "email" } },
  ]);
  expect(
    JSON.stringify(written, (_, value) => (typeof value === "bigint" ? 0 : value)),
  ).not.toContain("0648");
});

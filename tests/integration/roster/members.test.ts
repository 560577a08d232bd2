import { expect, test } from "vitest";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { exportMembers } from "#app/modules/roster/export-members.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  allPoints,
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  expected,
  expectSoundBooks,
  fixture,
  importDay,
} from "../../support/imports.ts";

freshDatabase();

const first = "M00010009";
const second = "M00010017";
const vin = "WBAD25UT0J3095119";

async function reasons(importId: number) {
  const rows = await db().importRow.findMany({
    where: { importId },
    orderBy: { rowNumber: "asc" },
  });
  return rows.map(({ outcome, reason }) => reason ?? outcome);
}

test("a member comes in with card, car, tier and phone, and without joining points", async () => {
  await bringRoll(
    aRoll({ vin, tier: "gold", since: "2025-07-01", until: "2027-06-30", phone: "138 0069-8826" }),
  );
  const member = await db().member.findUniqueOrThrow({
    where: { number: first },
    include: { person: true, tiers: true, cars: { include: { car: true } } },
  });
  expect(member).toMatchObject({
    programme: "home",
    person: { email: "owner0@marque.test", phone: "+8613800698826", passwordHash: null },
    tiers: [{ tier: "gold", cause: "imported", endsAt: new Date("2027-06-30T16:00:00Z") }],
    cars: [
      { startsAt: new Date("2024-01-09T16:00:00Z"), endsAt: null, car: { vin, plate: "沪A10000" } },
    ],
  });
  expect(member.cardToken).toMatch(/^[\w-]{22}$/);
  expect((await allPoints())[first]).toEqual({ available: 0, pending: 0, status: 0 });
  expect(await db().mail.count()).toBe(0);
});

test("what is said to end on 9999-12-31, as other systems write for never, does not end", async () => {
  const until = "9999-12-31";
  const answer = await bringRoll(
    aRoll({ tier: "gold", until, openings: `500,${until},,` }, { openings: "10,2027-06-30,," }),
  );
  expect(answer).toMatchObject({ ok: true, counts: { outcomes: { new: 2, rejected: 0 } } });
  await bringOrders(anExport({ paid: 1000 }));
  expect((await allPoints())[first]?.available).toBe(500 + 200);
  expect((await allPoints(new Date("2060-01-01T00:00:00Z")))[first]?.available).toBe(500);
  await expectSoundBooks();
});

test("opening balances are entries that lapse each on its day; one that lapsed before lapses then", async () => {
  await bringRoll(aRoll({ openings: "500,2026-01-31,120,2027-06-30" }));
  expect((await allPoints())[first]?.available).toBe(120);
  expect((await allPoints(new Date("2027-06-30T15:59:59Z")))[first]?.available).toBe(120);
  expect((await allPoints(new Date("2027-06-30T16:00:00Z")))[first]?.available).toBe(0);
  const { accountId } = await db().member.findUniqueOrThrow({ where: { number: first } });
  const statement = await loadStatement(db(), Number(accountId));
  expect(statement.filter(({ kind }) => kind === "opening").map(({ points }) => points)).toEqual([
    120, 500,
  ]);
  expect(statement.at(-1)?.meta).toEqual({ for: "opening", source: "members.csv", row: 2 });
  await expectSoundBooks();
});

test("balances drawn up on another day are entered on it", async () => {
  const roll = aRoll({ openings: "500,2026-01-31,," });
  await bringRoll(roll, { options: { asOf: "2026-01-01" } });
  const { accountId } = await db().member.findUniqueOrThrow({ where: { number: first } });
  const statement = await loadStatement(db(), Number(accountId));
  expect(statement.at(-1)?.effectiveAt).toEqual(new Date("2025-12-31T16:00:00Z"));
  await expect(bringRoll(roll, { options: { asOf: "soon" } })).rejects.toThrow("Not a day: soon");
});

test("the roll again changes nothing; other contact data are taken over, points are not", async () => {
  await bringRoll(aRoll({ openings: "500,2027-01-31,," }));
  const again = await bringRoll(
    aRoll({ openings: "900,2027-01-31,,", name: "李伟", phone: "", email: "new@marque.test" }),
  );
  expect(again).toMatchObject({ counts: { outcomes: { new: 0, corrected: 1 }, pointsAdded: 0 } });
  expect(await db().person.findFirst()).toMatchObject({
    name: "李伟",
    email: "new@marque.test",
    phone: "+8613800000000",
  });
  expect((await allPoints())[first]?.available).toBe(500);
});

test("what two members cannot both have refuses the row, in one file or in two", async () => {
  const roll = aRoll(
    { vin },
    { number: second, email: "owner0@marque.test" },
    { number: "M00010025", vin, plate: "沪A10009" },
    { number: "M00010033", plate: "沪A10000" },
    { number: "M00010033", name: "twice", plate: "沪A10009" },
  );
  const answer = await bringRoll(roll);
  expect(await reasons(answer.importId)).toEqual([
    "new",
    "email_of_another_member",
    "car_of_another_member",
    // The plate alone: the VIN on file is of a car that has that plate.
    "car_of_another_member",
    "new",
  ]);
  const again = await bringRoll(roll);
  expect(await reasons(again.importId)).toEqual([
    "unchanged",
    "email_of_another_member",
    "car_of_another_member",
    "corrected",
    "corrected",
  ]);
});

test("somebody who signs in already becomes a member with that account", async () => {
  const staff = await db().person.create({
    data: { name: "Desk", email: "owner0@marque.test", roles: { create: { role: "desk" } } },
  });
  await bringRoll(aRoll({ name: "李伟" }));
  const member = await db().member.findUniqueOrThrow({ where: { number: first } });
  expect(member.personId).toBe(staff.id);
  expect(await db().person.count()).toBe(1);
});

test("no file takes over the account of somebody who signs in here", async () => {
  const boss = await db().person.create({
    data: { name: "Boss", email: "owner0@marque.test", roles: { create: { role: "admin" } } },
  });
  await bringRoll(aRoll({}));
  const answer = await bringRoll(aRoll({ email: "intruder@marque.test" }));
  expect(await db().person.findUnique({ where: { id: boss.id } })).toMatchObject({
    email: "owner0@marque.test",
  });
  const [row] = await db().importRow.findMany({ where: { importId: answer.importId } });
  expect(row).toMatchObject({ detail: { notes: ["email_kept"] } });
});

test("contact data that a file corrected are in the audit log", async () => {
  await bringRoll(aRoll({}));
  await bringRoll(aRoll({ email: "new@marque.test" }));
  const person = await db().person.findFirstOrThrow();
  expect(
    await db().auditEntry.count({
      where: { action: "contact.corrected", subject: `person:${person.id}` },
    }),
  ).toBe(1);
});

test("rows that are no member are refused for the first reason that holds", async () => {
  const answer = await bringRoll(
    aRoll(
      { number: "M00010000" },
      { number: second, name: " " },
      { number: second, tier: "platinum" },
      { number: second, programme: "moon" },
      { number: second, joinedOn: "soon" },
      { number: second, tier: "gold", until: "" },
      { number: second, openings: "many,2027-01-31,," },
      { number: second, openings: "500,,," },
    ),
  );
  expect(await reasons(answer.importId)).toEqual([
    "bad_member_number",
    "missing_name",
    "unknown_tier",
    "unknown_programme",
    "bad_date",
    "bad_date",
    "bad_opening_balance",
    "bad_opening_balance",
  ]);
  expect(await db().member.count()).toBe(0);
});

test("nobody is written to, unless they are to be invited", async () => {
  await bringRoll(aRoll({ openings: "500,2027-01-31,," }, { email: "" }), {
    options: { invite: true },
  });
  expect(await db().mail.findMany()).toMatchObject([
    {
      recipient: "owner0@marque.test",
      template: "welcome",
      props: { memberNumber: first, tier: "silver", available: 500, imported: true },
    },
  ]);
});

test("the export has every member's points, and no cell that a spreadsheet would run", async () => {
  await bringRoll(fixture("members.csv"));
  await bringOrders(fixture("service-orders.csv"));
  await bringRoll(
    aRoll({
      number: "M00900001",
      name: '=HYPERLINK("http://x","y")',
      email: "+1@marque.test",
      plate: "沪A30000",
    }),
  );
  let file = "";
  for await (const part of exportMembers(importDay)) file += part;
  expect(file.startsWith("\uFEFFmember_number,name,email,tier,tier_until,available,pending,")).toBe(
    true,
  );
  const [, ...lines] = file.trimEnd().split("\r\n");
  expect(lines).toHaveLength(401);
  expect(lines.at(-1)).toBe(
    `M00900001,"'=HYPERLINK(""http://x"",""y"")",'+1@marque.test,silver,,0,0,0,,`,
  );
  for (const line of lines.slice(0, -1)) {
    const [number = "", , , tier, until, available, pending, status] = line.split(",");
    const { members } = expected;
    expect([Number(available), Number(pending), Number(status)]).toEqual([
      members[number]?.available,
      members[number]?.pending,
      members[number]?.status,
    ]);
    expect(until).toBe(tier === "gold" ? "2027-06-30" : "");
  }
  expect(lines[1]).toBe("M00010017,邓浩,owner00001@marque.test,silver,,409,0,149,2027-06-30,260");
});

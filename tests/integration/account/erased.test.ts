import { beforeAll, describe, expect, test } from "vitest";
import { erasures } from "#app/features.server.ts";
import { addFamilyMember } from "#app/modules/account/add-family-member.server.ts";
import { closeAccounts } from "#app/modules/account/close-accounts.server.ts";
import { requestClosing } from "#app/modules/account/request-closing.server.ts";
import { requestDataExport } from "#app/modules/account/request-data-export.server.ts";
import { loadSession } from "#app/modules/auth/load-session.server.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { bytesSource } from "#app/platform/table-file.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPublishedEvent } from "../../support/events.ts";
import { aGift, PARCEL, taken } from "../../support/gifts.ts";
import { earn } from "../../support/ledger-fixtures.ts";
import { aBrowser, aMember, BY_PASSWORD, type TestMember } from "../../support/people.ts";
import { aChild, anAdult, aParty, registered } from "../../support/registrations.ts";

testDatabase();

/** Words that stand for a person wherever they are found; nothing else in a database has them. */
const TRACES = {
  name: "Quetzalcoatlus Person",
  email: "quetzal.person@trace.test",
  phone: "+8613911112222",
  child: "Quetzalchild",
  note: "quetzalnote",
  browser: "quetzalbrowser",
  newEmail: "quetzal.new@trace.test",
  collector: "Quetzalcollector",
  street: "Quetzalstreet 7",
};
const PLATE = "沪QZ1234";
const TYPED_PLATE = "沪QZ9999";
let member: TestMember;
let token: string;

const orderFile = (paid: number) =>
  bytesSource(
    new TextEncoder().encode(
      "order_number,store,settled_at,vin,plate,model,odometer,kind,labour,parts,discount,paid,payment,remark\n" +
        `QZ-1,Lakeside,2026-11-10 10:00,,${PLATE},Golf,1000,保养,${paid},0,0,${paid},微信,\n`,
    ),
  );
const options = { options: { letters: false } };

async function everythingOf(): Promise<void> {
  member = await aMember({ name: TRACES.name, email: TRACES.email });
  const { id: personId, memberId } = member;
  await db().person.update({ where: { id: personId }, data: { phone: TRACES.phone } });
  await db().member.update({ where: { id: memberId }, data: { birthMonth: 2, birthDay: 29 } });
  const browser = { ...aBrowser(), userAgent: TRACES.browser };
  token = (await openSession(db(), personId, browser, BY_PASSWORD)).token;
  await recordConsents(db(), personId, { photos: true }, "profile", { locale: "en" });
  await addFamilyMember(
    { id: memberId, person: { id: personId } },
    { name: TRACES.child, birthDate: "2018-06-01", relation: "child" },
    { guardianAgrees: true, locale: "en" },
  );
  const car = await db().car.create({ data: { plate: PLATE } });
  await db().carHolding.create({
    data: { carId: car.id, memberId, startsAt: new Date("2024-03-01") },
  });
  const typed = await db().car.create({ data: { plate: TYPED_PLATE } });
  await db().carClaim.create({ data: { carId: typed.id, memberId, plate: TYPED_PLATE } });
  await importServiceOrders(orderFile(1_000), { fileName: "orders.csv", ...options });
  const photo = await db().media.create({
    data: {
      sha256: new Uint8Array([1]),
      mime: "image/webp",
      width: 1,
      height: 1,
      content: new Uint8Array([1]),
    },
  });
  await db().pointsClaim.create({
    data: {
      memberId,
      note: TRACES.note,
      photoId: photo.id,
      dueAt: new Date(),
      filedBy: personId,
      requestKey: "quetzal",
    },
  });
  const store = await db().store.findFirstOrThrow();
  await db().reception.create({
    data: {
      memberId,
      storeId: store.id,
      visitedOn: new Date("2026-11-10"),
      note: TRACES.note,
      recordedBy: personId,
      requestKey: "quetzal-reception",
    },
  });
  await db().tierPeriod.create({
    data: {
      memberId,
      tier: "gold",
      startsAt: new Date("2026-01-01"),
      endsAt: new Date("2027-01-01"),
      cause: "granted",
      reason: TRACES.note,
    },
  });
  await db().emailChange.create({
    data: { personId, oldEmail: TRACES.email, newEmail: TRACES.newEmail },
  });
  await db().joining.create({
    data: { id: "quetzal", email: TRACES.email, expiresAt: new Date(), memberId },
  });
  await db().emailCode.create({
    data: {
      email: TRACES.email,
      purpose: "sign-in",
      codeHash: new Uint8Array([1]),
      expiresAt: new Date(),
    },
  });
  const roll = await db().importRun.create({ data: { kind: "members", fileName: "roll.csv" } });
  await db().contactCorrection.create({
    data: {
      importId: roll.id,
      rowNumber: 1,
      personId,
      former: { name: TRACES.name, phone: TRACES.phone },
      taken: { name: TRACES.name },
    },
  });
  await earn(member.accountId, { points: 1_000, lapsesAt: new Date(Date.now() + 86_400_000_000) });
  await taken(member, await aGift(), {
    collectStoreId: store.id,
    collectorName: TRACES.collector,
  });
  await taken(member, await aGift({ fulfilment: "ship", points: 100 }), {
    address: { ...PARCEL, lines: TRACES.street },
  });
  await registered(
    await aPublishedEvent(),
    {
      party: aParty({
        phone: TRACES.phone,
        people: [
          anAdult({ isMember: true, name: TRACES.name }),
          aChild({ name: TRACES.child, allergies: TRACES.note }),
        ],
      }),
    },
    member,
  );
  await writeLetter(db(), {
    personId,
    to: TRACES.email,
    template: "closing-kept",
    locale: "en",
    props: { name: TRACES.name },
  });
  await requestDataExport(personId, "en");
}

/** Every row of every table as text, by table. */
async function rowsWith(trace: string): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE'
      and table_schema in ('public', 'ledger', 'graphile_worker')
    order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ n: bigint }[]>(
      `select count(*) as n from ${name} each where position($1 in each::text) > 0`,
      trace,
    );
    if (row && row.n > 0n) found.push(name);
  }
  return found;
}

describe("when an account has been closed", () => {
  beforeAll(async () => {
    await everythingOf();
    expect(await rowsWith(TRACES.email)).toContain("public.person");
    await requestClosing(member.id, new Date(Date.now() - 16 * 86_400_000));
    await closeAccounts(erasures);
    // The letter that tells them goes out, and is taken away a day later.
    expect(await rowsWith(TRACES.email)).toEqual(["public.mail"]);
    await db().mail.updateMany({ where: { personId: member.id }, data: { state: "sent" } });
    await db().person.update({
      where: { id: member.id },
      data: { closedAt: new Date(Date.now() - 2 * 86_400_000) },
    });
    await closeAccounts(erasures);
  });

  test.each(Object.entries(TRACES))("no table has their %s any more", async (_what, trace) => {
    expect(await rowsWith(trace)).toEqual([]);
  });

  test("a car that only they had brought is no car that anybody could know", async () => {
    expect(await rowsWith(TYPED_PLATE)).toEqual([]);
  });

  test("no picture of theirs is left, nor a copy of their data", async () => {
    expect(await db().media.count()).toBe(0);
    expect(await db().dataExport.count({ where: { personId: member.id } })).toBe(0);
  });

  test("nobody is signed in as them", async () => {
    expect(await loadSession(db(), token)).toBeNull();
  });

  test("the workshop's order keeps its plate, and the member is a number without a birthday", async () => {
    expect(
      await db().serviceOrder.findFirstOrThrow({ where: { orderNumber: "QZ-1" } }),
    ).toMatchObject({ plate: PLATE, memberId: member.memberId, awardTxnId: null });
    expect(await db().member.findUniqueOrThrow({ where: { id: member.memberId } })).toMatchObject({
      number: member.number,
      birthMonth: null,
      birthDay: null,
    });
  });

  test("claims are withdrawn and cars held no more, with the cause", async () => {
    const memberId = member.memberId;
    expect(await db().pointsClaim.findFirst({ where: { memberId } })).toMatchObject({
      state: "withdrawn",
    });
    expect(await db().carClaim.findFirst({ where: { memberId } })).toMatchObject({
      state: "withdrawn",
    });
    expect(await db().carHolding.findFirst({ where: { memberId } })).toMatchObject({
      endCause: "closed",
      endsAt: expect.any(Date),
    });
  });

  test("gifts that they have not been given are given up, and the stock agrees", async () => {
    const states = await db().redemption.findMany({
      where: { memberId: member.memberId },
      select: { state: true },
    });
    expect(states).toEqual([{ state: "cancelled" }, { state: "cancelled" }]);
    expect(await verifyStock(db())).toEqual([]);
  });

  test("what they agreed to is still proved, of nobody by name", async () => {
    expect(await db().consent.count({ where: { personId: member.id } })).toBe(2);
  });

  test("a correction that the workshop sends later books nothing", async () => {
    await importServiceOrders(orderFile(2_000), { fileName: "corrected.csv", ...options });
    const [row] = await db().$queryRaw<{ posted: bigint; debt: bigint }[]>`
      select posted, debt from ledger.account where id = ${member.accountId}`;
    expect(row).toEqual({ posted: 0n, debt: 0n });
  });
});

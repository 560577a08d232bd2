import { randomInt } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { erasures } from "#app/features.server.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { closeAccount } from "#app/modules/account/close-account.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { forgetFriend } from "#app/modules/leads/forget-friend.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { deliverCar } from "#app/modules/pipeline/deliver-car.server.ts";
import { endLead } from "#app/modules/pipeline/end-lead.server.ts";
import { findLeadAgain } from "#app/modules/pipeline/find-again.server.ts";
import { mergeLeads } from "#app/modules/pipeline/merge-leads.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { anApiKey, handInOverHttp } from "../../support/api.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aPhone, handedIn } from "../../support/leads.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let seller: Actor;
let phone: string;
beforeEach(async () => {
  seller = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
  phone = aPhone();
});

const DAY = 86_400_000;
const lately = Date.now() - 10 * DAY;
/** The days of a sale of late: an account is closed by the clock, which comes after them. */
const on = (day: number) => new Date(lately + day * DAY);
/** Ninety days before are over by then. */
const longBefore = on(-180);

/** A lead of a friend who has a name of their own, by a referrer of its own. */
async function named(name: string, changes: Partial<ReturnType<typeof aLead>> = {}) {
  const { id } = await aPerson();
  await becomeReferrer(db(), id);
  const friend = { ...aLead(id).friend, name, phone, note: `${name} asked`, email: null };
  return handedIn(aLead(id, { at: on(1), friend, ...changes }));
}
const at = (leadId: number) => db().lead.findUniqueOrThrow({ where: { id: leadId } });
const newest = async (leadId: number) =>
  Number((await db().leadStep.findFirst({ where: { leadId }, orderBy: { id: "desc" } }))?.id);
const forget = async (leadId: number) => forgetFriend((await at(leadId)).token, on(4));

/** Every row of every table in which a name is found. */
async function tablesWith(name: string): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'ledger', 'graphile_worker') order by 1`;
  const found: string[] = [];
  for (const table of tables) {
    const [row] = await db().$queryRawUnsafe<{ rows: number }[]>(
      `select count(*)::int as rows from ${table.name} each where to_jsonb(each)::text ilike '%${name}%'`,
    );
    if (row?.rows) found.push(table.name);
  }
  return found;
}

describe("who asks to be forgotten", () => {
  test("is forgotten in all leads of the phone, whoever named them, and in those that were made one", async () => {
    await named("Quetzal", { at: longBefore });
    const later = await named("Quetzal");
    phone = aPhone();
    const merged = await named("Quetzal", { at: on(2) });
    const merge = {
      leadId: merged,
      otherId: later,
      revision: await newest(merged),
      seesAll: false,
    };
    expect(await mergeLeads(merge, seller, on(3))).toEqual({ ok: true, keptId: later });
    expect(await tablesWith("Quetzal")).toEqual(["public.lead"]);
    expect(await forget(merged)).toBe(true);
    expect(await tablesWith("Quetzal")).toEqual([]);
    expect(await at(later)).toMatchObject({ ended: "withdrawn", nextDueAt: null });
  });

  test("on a referrer's page takes away nothing that others said of the number that was typed", async () => {
    const earlier = await named("Jabiru", { at: longBefore });
    await forget(await named("Jabiru", { source: "link" }));
    expect(await at(earlier)).toMatchObject({ friendName: "Jabiru", ended: null });
  });

  test("is not in what another program was answered either", async () => {
    const key = await anApiKey("leads:write");
    const { id } = await aPerson();
    await becomeReferrer(db(), id);
    const { code } = await db().referrer.findUniqueOrThrow({ where: { personId: id } });
    const body = { referrer: { code }, friend: { name: "Hoatzin", phone }, consented: true };
    const sent = () => handInOverHttp(body, { key, headers: { "Idempotency-Key": "a:b" } });
    const { id: leadId } = await (await sent()).json();
    expect(await tablesWith("Hoatzin")).toEqual(["public.api_answer", "public.lead"]);
    await forget(leadId);
    expect(await tablesWith("Hoatzin")).toEqual([]);
    expect(await (await sent()).json()).toMatchObject({ id: leadId, friend_name: null });
  });

  test("is not found again, whatever the lead came to before", async () => {
    const leadId = await named("Kakapo");
    const end = { leadId, ending: "declined", reason: "unfit", revision: null } as const;
    await endLead(end, seller, on(2));
    await forget(leadId);
    expect(await findLeadAgain({ leadId, revision: null }, seller, on(5))).toEqual({
      ok: false,
      refusal: "over",
    });
  });
});

describe("whose account is closed", () => {
  async function bought(name: string) {
    const leadId = await named(name);
    for (const to of ["accepted", "ordered"] as const) {
      await moveLead({ leadId, to, reason: null, revision: null }, seller, on(2));
    }
    const car = { vin: null, plate: `粤D${randomInt(10_000, 99_999)}`, model: null, email: null };
    await deliverCar({ leadId, revision: await newest(leadId), ...car }, seller, on(3));
    const { member } = await db().lead.findUniqueOrThrow({
      where: { id: leadId },
      include: { member: true },
    });
    if (!member) throw new Error("Nobody bought");
    const over = { closingAskedAt: new Date(0), closesAt: new Date(1) };
    await db().person.update({ where: { id: member.personId }, data: over });
    expect(await closeAccount(member.personId, erasures)).toBe("closed");
    return { leadId, accountId: Number(member.accountId) };
  }

  test("is in no other lead of theirs either", async () => {
    await named("Shoebill", { at: longBefore });
    const { leadId } = await bought("Shoebill");
    expect(await tablesWith("Shoebill")).toEqual([]);
    expect(await at(leadId)).toMatchObject({ stage: "delivered", friendAnswer: null });
  });

  test("owes nothing of the welcome where the sale is cancelled after all", async () => {
    const { leadId, accountId } = await bought("Cassowary");
    const back = { leadId, to: "ordered", reason: "sale-cancelled", revision: null } as const;
    expect(await moveLead(back, seller, on(9))).toMatchObject({ ok: true });
    expect(await loadBalance(db(), accountId, on(9))).toMatchObject({ debt: 0, pending: 0 });
  });
});

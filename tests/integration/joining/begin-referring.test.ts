import { beforeAll, describe, expect, test } from "vitest";
import { erasures } from "#app/features.server.ts";
import { closeAccount } from "#app/modules/account/close-account.server.ts";
import { makeCode } from "#app/modules/auth/codes.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { addMember } from "#app/modules/joining/add-member.server.ts";
import { askToRefer, sendReferringCode } from "#app/modules/joining/ask-to-refer.server.ts";
import { beginReferring } from "#app/modules/joining/begin-referring.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadReferrals } from "#app/modules/referrals/load-referrals.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, handedIn } from "../../support/leads.ts";
import { aBrowser, aMember, aPerson } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

let count = 0;
const anEmail = () => `begins${++count}@marque.test`;

async function begun(email = anEmail(), name = "Ines Falk"): Promise<number> {
  const { code } = await makeCode(db(), email, "refer");
  const answer = await beginReferring({ email, name, locale: "en" }, code, aBrowser());
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.personId;
}

/** A friend of theirs who takes a car over: 50 points at once, 2,000 in fourteen days. */
async function delivered(referrerId: number): Promise<number> {
  const leadId = await handedIn(aLead(referrerId));
  const actor = { by: (await aPerson({ roles: ["sales"] })).id, address: "192.0.2.1" };
  const met = { leadId, kind: "call", reached: true, note: "", by: actor.by } as const;
  await logContact({ ...met, requestKey: crypto.randomUUID() });
  for (const to of ["accepted", "delivered"] as const) {
    await moveLead({ leadId, to, reason: null, revision: null }, actor);
  }
  return leadId;
}

const accountOf = async (personId: number) =>
  Number((await db().referrer.findUniqueOrThrow({ where: { personId } })).accountId);

describe("anybody begins to recommend", () => {
  test("with a code becomes a person with that role, a link, and a session", async () => {
    const email = anEmail();
    const id = await begun(email);
    expect(
      await db().person.findUniqueOrThrow({
        where: { id },
        include: { roles: true, member: true },
      }),
    ).toMatchObject({ email, name: "Ines Falk", member: null, roles: [{ role: "referrer" }] });
    expect(await db().referrer.count({ where: { personId: id } })).toBe(1);
    expect(await db().session.count({ where: { personId: id } })).toBe(1);
    // Again, with another name, they are who they are.
    expect(await begun(email, "Somebody Else")).toBe(id);
    expect((await db().person.findUniqueOrThrow({ where: { id } })).name).toBe("Ines Falk");
  });

  test("a member stays one, without a role; a wrong code makes nobody", async () => {
    const member = await aMember();
    expect(await begun(member.email)).toBe(member.id);
    expect(await db().roleGrant.count({ where: { personId: member.id } })).toBe(0);
    const email = anEmail();
    await makeCode(db(), email, "refer");
    expect(await beginReferring({ email, name: "No", locale: "en" }, "000000", aBrowser())).toEqual(
      { ok: false, refusal: "wrong" },
    );
    expect(await db().person.count({ where: { email } })).toBe(0);
  });

  test("gets one answer whoever the address is, and a letter that fits it", async () => {
    const member = await aMember();
    const purposes = [];
    for (const email of [anEmail(), member.email]) {
      const asked = { email, locale: "en", address: aBrowser().address, known: null } as const;
      expect(await askToRefer(db(), asked)).toEqual({ ok: true });
      await sendReferringCode(db(), { email, locale: "en" });
      const { props } = await db().mail.findFirstOrThrow({ where: { recipient: email } });
      purposes.push((props as { purpose: string }).purpose);
    }
    expect(purposes).toEqual(["refer", "sign-in"]);
  });
});

test("whoever joins the club later keeps their friends and points", async () => {
  const personId = await begun();
  const leadId = await delivered(personId);
  const context = {
    book: await loadRuleBook(db()),
    time: clubTime("Asia/Shanghai"),
    now: new Date(),
  };
  const memberId = await addMember(db(), { personId, birthday: null }, context);
  const member = await db().member.findUniqueOrThrow({ where: { id: memberId } });
  expect(Number(member.accountId)).toBe(await accountOf(personId));
  // With the hundred for joining.
  expect(await loadBalance(db(), Number(member.accountId))).toMatchObject({
    available: 150,
    pending: 2_000,
  });
  const { leads } = await loadReferrals(db(), personId, { before: null, limit: 5 });
  expect(leads).toMatchObject([{ id: leadId, standing: "delivered" }]);
});

test("whoever closes the account leaves their friends, and takes link, name and points with them", async () => {
  const personId = await begun();
  const leadId = await delivered(personId);
  const accountId = await accountOf(personId);
  const asked = { closingAskedAt: new Date(0), closesAt: new Date(1) };
  await db().person.update({ where: { id: personId }, data: asked });
  expect(await closeAccount(personId, erasures)).toBe("closed");
  expect(await db().referrer.count({ where: { personId } })).toBe(0);
  expect(await db().lead.findUniqueOrThrow({ where: { id: leadId } })).toMatchObject({
    referrerId: null,
    friendName: "Bo Lin",
    stage: "delivered",
  });
  const nothing = { available: 0, pending: 0, debt: 0 };
  expect(await loadBalance(db(), accountId)).toMatchObject(nothing);
  // A sale that is cancelled afterwards leaves no debt to somebody who has gone.
  const back = { leadId, to: "ordered", reason: "sale-cancelled", revision: null } as const;
  const by = (await aPerson({ roles: ["sales"] })).id;
  expect(await moveLead(back, { by, address: "192.0.2.1" })).toMatchObject({ ok: true });
  expect(await loadBalance(db(), accountId)).toMatchObject(nothing);
});

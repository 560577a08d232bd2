import { describe, expect, test } from "vitest";
import { changeProfile } from "#app/modules/account/change-profile.server.ts";
import { loadProfile } from "#app/modules/account/load-profile.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";

testDatabase();

const asked = (member: TestMember) => ({
  person: { id: member.id },
  member: { id: member.memberId, number: member.number },
});
const may = { month: 5, day: 4 };
const leapDay = { month: 2, day: 29 };

test("a member changes their name and phone, and the audit log says what, not to what", async () => {
  const member = await aMember();
  await changeProfile(asked(member), { name: "林静", phone: "+8613800010001", birthday: null });
  expect(await loadProfile(db(), member.id)).toMatchObject({
    name: "林静",
    phone: "+8613800010001",
    birthday: null,
  });
  const line = await db().auditEntry.findFirstOrThrow({ where: { personId: member.id } });
  expect(line).toMatchObject({
    action: "profile.changed",
    subject: `member:${member.number}`,
    detail: { name: true, phone: true },
  });
});

test("who recommends friends and is not in the club changes theirs; no birthday is kept of them", async () => {
  const { id } = await aPerson({ roles: ["referrer"] });
  const who = { person: { id }, member: null };
  expect(await changeProfile(who, { name: "Falk", birthday: may })).toEqual({ ok: true });
  expect(await loadProfile(db(), id)).toMatchObject({ name: "Falk", number: null, birthday: null });
  const line = await db().auditEntry.findFirstOrThrow({ where: { personId: id } });
  expect(line).toMatchObject({ action: "profile.changed", subject: `person:${id}` });
});

describe("a birthday", () => {
  test("is entered, corrected once, and then left to the desk until the year is over", async () => {
    const member = await aMember();
    const { name } = member;
    expect((await changeProfile(asked(member), { name, birthday: may })).ok).toBe(true);
    expect((await changeProfile(asked(member), { name, birthday: leapDay })).ok).toBe(true);
    const again = await changeProfile(asked(member), { name: "Other", birthday: may });
    expect(again).toEqual({ ok: false, refusal: "corrected-this-year" });
    expect(await loadProfile(db(), member.id)).toMatchObject({ name, birthday: leapDay });

    const nextYear = new Date(Date.now() + 366 * 86_400_000);
    expect((await changeProfile(asked(member), { name, birthday: may }, nextYear)).ok).toBe(true);
  });

  test("is corrected once by two tabs at the same time", async () => {
    const member = await aMember();
    await changeProfile(asked(member), { name: "A", birthday: may });
    const answers = await Promise.all(
      [1, 2].map((month) =>
        changeProfile(asked(member), { name: "A", birthday: { month, day: 1 } }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

import { expect, test } from "vitest";
import { addFamilyMember } from "#app/modules/account/add-family-member.server.ts";
import type { FamilyEntry } from "#app/modules/account/family-rules.ts";
import { loadFamily } from "#app/modules/account/load-family.server.ts";
import { removeFamilyMember } from "#app/modules/account/remove-family-member.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";

testDatabase();

const asked = (member: TestMember) => ({ id: member.memberId, person: { id: member.id } });
const agrees = { guardianAgrees: true, locale: "en" } as const;
const aChild: FamilyEntry = { name: "Mia", birthDate: "2018-06-01", relation: "child" };
const consentsOf = (member: TestMember) =>
  db().consent.findMany({
    where: { personId: member.id, kind: "guardian" },
    orderBy: { id: "asc" },
    select: { given: true, wording: true, familyMemberId: true },
  });

test("a child is kept with the guardian's consent and the words they read", async () => {
  const member = await aMember();
  expect(await addFamilyMember(asked(member), aChild, agrees)).toEqual({ ok: true });
  const [mia] = await loadFamily(db(), member.memberId);
  expect(mia).toMatchObject({ ...aChild, guardianAgreedAt: expect.any(Date) });
  expect(await consentsOf(member)).toEqual([
    { given: true, wording: "guardian-1 en", familyMemberId: mia?.id },
  ]);
});

test("a partner is kept without anybody's", async () => {
  const member = await aMember();
  const partner: FamilyEntry = { name: "王磊", birthDate: "1988-02-29", relation: "partner" };
  await addFamilyMember(asked(member), partner, { ...agrees, guardianAgrees: false });
  expect(await loadFamily(db(), member.memberId)).toMatchObject([
    { ...partner, guardianAgreedAt: null },
  ]);
  expect(await consentsOf(member)).toEqual([]);
});

test("a form sent twice at once adds one child", async () => {
  const member = await aMember();
  const answers = await Promise.all(
    [1, 2].map(() => addFamilyMember(asked(member), aChild, agrees)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await loadFamily(db(), member.memberId)).toHaveLength(1);
});

test("whoever is removed is gone, and the consent for them taken back", async () => {
  const member = await aMember();
  await addFamilyMember(asked(member), aChild, agrees);
  const id = (await loadFamily(db(), member.memberId))[0]?.id as number;
  expect(await removeFamilyMember(asked(member), id)).toBe(true);
  expect(await db().familyMember.findUnique({ where: { id } })).toBeNull();
  expect((await consentsOf(member)).map(({ given }) => given)).toEqual([true, false]);
  expect(await removeFamilyMember(asked(member), id)).toBe(false);
});

test("nobody is taken out of another's family", async () => {
  const member = await aMember();
  await addFamilyMember(asked(member), aChild, agrees);
  const id = (await loadFamily(db(), member.memberId))[0]?.id as number;
  expect(await removeFamilyMember(asked(await aMember()), id)).toBe(false);
  expect(await loadFamily(db(), member.memberId)).toHaveLength(1);
});

import { expect, test } from "vitest";
import {
  forgetEmergencyContact,
  loadEmergencyContact,
} from "#app/modules/account/emergency-contact.server.ts";
import { exportTables } from "#app/modules/account/export-tables.server.ts";
import { accountFeature } from "#app/modules/account/feature.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rememberContact } from "#app/routes/registrations/parts/register-request.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aChild, anAdult, aParty } from "../../support/registrations.ts";

testDatabase();

const KEEP = { "care.keep": ["1"] };
const withChild = aParty({ people: [anAdult({ isMember: true }), aChild()] });
const contactOf = ({ memberId }: TestMember) => loadEmergencyContact(db(), memberId);
const grandma = { name: "Grandma Lin", phone: "+8613800000000" };

test("whom to call is remembered from the last party with a child, where its member ticks it", async () => {
  const member = await aMember();
  await rememberContact({}, withChild, member.memberId);
  await rememberContact(KEEP, aParty(), member.memberId);
  expect(await contactOf(member)).toBeNull();
  await rememberContact(KEEP, withChild, member.memberId);
  expect(await contactOf(member)).toEqual(grandma);
  const care = { emergencyName: "Uncle Bo", emergencyPhone: "13900000000", collectors: "" };
  await rememberContact(KEEP, { ...withChild, care }, member.memberId);
  expect(await contactOf(member)).toEqual({ name: "Uncle Bo", phone: "13900000000" });
});

test("is forgotten when its member says so, and nobody else's with it", async () => {
  const [member, other] = [await aMember(), await aMember()];
  await rememberContact(KEEP, withChild, member.memberId);
  await rememberContact(KEEP, withChild, other.memberId);
  await forgetEmergencyContact(db(), member.memberId);
  expect(await contactOf(member)).toBeNull();
  expect(await contactOf(other)).toEqual(grandma);
});

test("is in the copy of somebody's data, and gone with their account", async () => {
  const member = await aMember();
  await rememberContact(KEEP, withChild, member.memberId);
  const about = { personId: member.id, member: { id: member.memberId } } as never;
  const table = exportTables.find(({ name }) => name === "emergency-contact");
  const rows = [];
  for await (const page of table?.rows(about) ?? []) rows.push(...page);
  expect(rows).toEqual([grandma]);
  await db().$transaction(async (tx) => accountFeature.erasure?.erase(tx, about));
  expect(await contactOf(member)).toBeNull();
});

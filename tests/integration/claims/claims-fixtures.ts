import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { fileClaim, type NewClaim } from "#app/modules/claims/file-claim.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { daysAgo } from "../../support/garage.ts";
import { aMember, aPerson, type TestMember } from "../../support/people.ts";
import { aCar } from "../garage/workshop-fixtures.ts";

/** Somebody of the desk who answers claims. */
export async function aClerk(name = "许文") {
  const { id } = await aPerson({ name, roles: ["desk"] });
  return { by: id, address: "10.0.0.7" };
}

export async function aClub(): Promise<void> {
  await ensureClub(db());
}

let claimants = 0;

/** A member with a car of its own plate, and the clerk who answers them; `count` is another number for each. */
export async function aClaimant() {
  const count = ++claimants;
  const plate = `沪B6${String(count).padStart(4, "0")}`;
  const member = await aMember();
  return { clerk: await aClerk(), member, plate, carId: await aCar(member, { plate }), count };
}

let sheets = 0;

/** A photo of a sheet of paper; each is another one. */
export const aPhoto = () =>
  sharp({ create: { width: 60, height: 80 + ++sheets, channels: 3, background: "#fdfbf4" } })
    .jpeg()
    .toBuffer();

/** What a member says of a visit three days ago; a form of its own each time. */
export const said = (member: TestMember, given: Partial<NewClaim> = {}): NewClaim => ({
  memberId: member.memberId,
  orderNumber: "RO-77",
  storeId: null,
  visitedOn: daysAgo(3),
  note: null,
  picture: null,
  filedBy: { personId: member.id },
  requestKey: randomUUID(),
  ...given,
});

/** A claim that was taken. */
export async function aClaim(member: TestMember, given: Partial<NewClaim> = {}): Promise<number> {
  const filed = await fileClaim(said(member, given));
  if (!filed.ok) throw new Error(`Not taken: ${filed.refusal}`);
  return filed.claimId;
}

export const claimOf = (id: number) => db().pointsClaim.findUniqueOrThrow({ where: { id } });

/** The letters somebody got of claims, by their steps. */
export async function stepsTold(member: TestMember) {
  const letters = await db().mail.findMany({
    where: { personId: member.id, template: "claim-step" },
    orderBy: { id: "asc" },
  });
  return letters.map(({ props }) => props as { step: string; points: number | null });
}

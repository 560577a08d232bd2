import { expect, test } from "vitest";
import { acceptInvitation, endCoDrive } from "#app/modules/garage/answer-invitation.server.ts";
import { endHolding } from "#app/modules/garage/end-holding.server.ts";
import { inviteCoDriver } from "#app/modules/garage/invite-co-driver.server.ts";
import { loadCoDrivers } from "#app/modules/garage/load-co-drivers.server.ts";
import { loadGarageNews } from "#app/modules/garage/load-garage-news.server.ts";
import { loadSharedCar } from "#app/modules/garage/load-shared-car.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { daysAgo, pointsOf } from "../../support/garage.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar, anOrder } from "./workshop-fixtures.ts";

testDatabase();

const invites = (owner: TestMember, carId: number, whom: string) =>
  inviteCoDriver({ memberId: owner.memberId, personId: owner.id, carId, whom });

async function invitation(to: TestMember): Promise<number> {
  const drive = await db().coDriver.findFirstOrThrow({
    where: { memberId: to.memberId, endedAt: null },
  });
  return drive.id;
}

test("a co-driver sees the car and its history of this holding, and earns nothing", async () => {
  const [former, owner, friend] = [await aMember(), await aMember(), await aMember()];
  const carId = await aCar(former, { plate: "沪E10001", until: "2025-01-01" });
  await anOrder(former, carId, "2024-06-01", { odometerKm: 5_000 });
  await aCar(owner, { id: carId, from: "2025-01-01" });
  await anOrder(owner, carId, "2025-06-01", { odometerKm: 15_000 });

  expect(await invites(owner, carId, friend.email.toUpperCase())).toEqual({ ok: true });
  const coDriverId = await invitation(friend);
  const asked = await loadSharedCar(db(), friend.memberId, coDriverId);
  expect(asked).toMatchObject({ accepted: false, visits: [], next: null, odometer: null });

  expect(await acceptInvitation({ memberId: friend.memberId, coDriverId })).toBe(true);
  expect(await acceptInvitation({ memberId: friend.memberId, coDriverId })).toBe(true);
  const shared = await loadSharedCar(db(), friend.memberId, coDriverId);
  expect(shared?.visits.map(({ day }) => day)).toEqual(["2025-06-01"]);
  expect(JSON.stringify(shared)).not.toContain("120000");
  expect(await pointsOf(friend)).toEqual({ available: 0, pending: 0, status: 0 });
  expect(await loadCoDrivers(db(), owner.memberId, carId)).toMatchObject([{ name: friend.name }]);
});

test("nobody sees a car by an invitation that is another's", async () => {
  const [owner, friend, stranger] = [await aMember(), await aMember(), await aMember()];
  const carId = await aCar(owner, { plate: "沪E10002" });
  await invites(owner, carId, friend.email);
  const coDriverId = await invitation(friend);
  expect(await loadSharedCar(db(), stranger.memberId, coDriverId)).toBeNull();
  expect(await acceptInvitation({ memberId: stranger.memberId, coDriverId })).toBe(false);
  expect(await endCoDrive({ memberId: stranger.memberId, coDriverId })).toBe(false);
});

test("either side ends it, and the other is written to", async () => {
  const [owner, friend] = [await aMember(), await aMember()];
  const carId = await aCar(owner, { plate: "沪E10003" });
  for (const side of [owner, friend]) {
    await invites(owner, carId, friend.email);
    const coDriverId = await invitation(friend);
    await acceptInvitation({ memberId: friend.memberId, coDriverId });
    expect(await endCoDrive({ memberId: side.memberId, coDriverId })).toBe(true);
    expect(await endCoDrive({ memberId: side.memberId, coDriverId })).toBe(false);
    const other = side === owner ? friend : owner;
    const last = await db().mail.findFirst({
      where: { recipient: other.email },
      orderBy: { id: "desc" },
    });
    expect(last).toMatchObject({ template: "co-driver", props: { step: "ended" } });
  }
});

test("with the holding the driving along ends", async () => {
  const [owner, friend] = [await aMember(), await aMember()];
  const carId = await aCar(owner, { plate: "沪E10004" });
  await invites(owner, carId, friend.email);
  const coDriverId = await invitation(friend);
  await acceptInvitation({ memberId: friend.memberId, coDriverId });
  await endHolding({ memberId: owner.memberId, carId, day: daysAgo(0), cause: "sold" });
  expect(await loadSharedCar(db(), friend.memberId, coDriverId)).toBeNull();
  expect((await loadGarageNews(db(), friend.memberId)).shared).toEqual([]);
});

test("one cannot invite oneself, a stranger to the club, or the same member twice at once", async () => {
  const [owner, friend] = [await aMember(), await aMember()];
  const carId = await aCar(owner, { plate: "沪E10005" });
  expect(await invites(owner, carId, owner.email)).toMatchObject({ refusal: "yourself" });
  expect(await invites(owner, carId, "nobody@marque.test")).toMatchObject({
    refusal: "no-such-member",
  });
  expect(await invites(friend, carId, owner.email)).toMatchObject({ refusal: "no-car" });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => invites(owner, carId, friend.email)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

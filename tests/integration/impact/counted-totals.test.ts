import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { cancelEventIn } from "#app/modules/events/cancel-event.server.ts";
import {
  loadClubImpact,
  loadOwnImpact,
  loadUnitTotals,
  sumsOf,
} from "#app/modules/impact/load-impact.server.ts";
import { keepNewUnit, renameUnit } from "#app/modules/impact-units/keep-impact-unit.server.ts";
import { eraseRegistrations } from "#app/modules/registrations/erase-registrations.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, changedPlan } from "../../support/events.ts";
import {
  aCount,
  aPlanting,
  cameTo,
  counted,
  pageOf,
  TREES,
  WHILE_PLANTING,
} from "../../support/impact.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

describe("what an event counts", () => {
  test("stays what was counted when the event is changed, until all of it is taken back", async () => {
    const event = await aPlanting();
    const { registrationId } = await cameTo(event);
    await counted(event.eventId, [aCount(registrationId, 30)]);
    await changedPlan(event, { impact: TREES && { ...TREES, key: "hours", per: "person" } });
    expect((await pageOf(event.eventId)).impact).toMatchObject({
      ...{ unit: { key: "trees" }, per: "party", isOtherwise: true },
    });
    const back = { ...aCount(registrationId, null), seen: { amount: 30, version: 1 } };
    await counted(event.eventId, [back], { reason: "Hours, not trees." });
    expect((await pageOf(event.eventId)).impact).toMatchObject({
      ...{ unit: { key: "hours" }, per: "person", isOtherwise: false },
    });
  });

  test("is found by the words of an old plan, and what nobody counted before is added once", async () => {
    const old = { unit: { en: "Trees planted", zh: "" }, one: "", key: null };
    const planting = await aPlanting({ impact: TREES && { ...TREES, ...old } });
    expect((await pageOf(planting.eventId)).impact?.unit.key).toBe("trees");
    const words = { unit: { en: "meals cooked", zh: "份热餐" }, one: "meal cooked", key: null };
    for (let each = 0; each < 2; each++) {
      const event = await aPlanting({ impact: TREES && { ...TREES, ...words } });
      const { registrationId } = await cameTo(event);
      await counted(event.eventId, [aCount(registrationId, 10)]);
    }
    const meals = (await loadUnitTotals(db())).filter(({ unit }) => unit.many === "meals cooked");
    expect(meals).toMatchObject([{ amount: 20, events: 2 }]);
  });

  test("has words that nothing else has, which can be changed", async () => {
    const actor = await anOrganiser();
    const beds = { one: "flower bed dug", many: "flower beds dug", zh: "块花圃", wholeOnly: true };
    expect(await keepNewUnit(beds, actor)).toEqual({ ok: true });
    expect(await keepNewUnit(beds, actor)).toEqual({ ok: false, refusal: "taken" });
    const [unit] = (await loadUnitTotals(db())).filter(({ unit }) => unit.many === beds.many);
    const id = unit?.id ?? 0;
    expect(await renameUnit(id, { ...beds, zh: "个花圃" }, actor)).toEqual({ ok: true });
    const trees = { ...beds, many: "trees planted" };
    expect(await renameUnit(id, trees, actor)).toEqual({ ok: false, refusal: "taken" });
    expect(await renameUnit(999_999, beds, actor)).toEqual({ ok: false, refusal: "no-unit" });
  });
});

test("of an event that is cancelled while it goes on nothing is in the club's sums; families keep theirs", async () => {
  const event = await aPlanting();
  const { registrationId, member } = await cameTo(event);
  const trees = async () =>
    [
      (await loadClubImpact(db(), "Asia/Shanghai")).find(({ unit }) => unit.zh === "棵树"),
      (await loadUnitTotals(db())).find(({ unit }) => unit.zh === "棵树"),
    ].map((sum) => sum?.amount ?? 0);
  const before = await trees();
  await counted(event.eventId, [aCount(registrationId, 70)]);
  expect(await trees()).toEqual(before.map((amount) => amount + 70));
  const act = { eventId: event.eventId, reason: "A storm", now: WHILE_PLANTING };
  const actor = await anOrganiser();
  await inRetriedTransaction((tx) => cancelEventIn(tx, act, actor));
  expect(await trees()).toEqual(before);
  expect(await loadOwnImpact(db(), member.memberId)).toMatchObject([{ amount: 70, points: 70 }]);
});

test("a family that leaves takes its name along, and the club's total stays", async () => {
  const event = await aPlanting();
  const { registrationId, member } = await cameTo(event);
  await counted(event.eventId, [aCount(registrationId, 70)]);
  const own = await loadOwnImpact(db(), member.memberId);
  expect(own).toMatchObject([{ registrationId, amount: 70, points: 70 }]);
  expect(sumsOf([...own, ...own])[0]?.amount).toBe(140);
  const clubTrees = async () =>
    (await loadClubImpact(db(), "Asia/Shanghai")).find(({ unit }) => unit.zh === "棵树");
  const before = await clubTrees();
  expect(before).toMatchObject({ since: 2027 });
  const { id: personId, memberId, accountId } = member;
  const leaver = { personId, member: { id: memberId, accountId }, email: null, keptLetter: null };
  await eraseRegistrations(db(), leaver);
  const [party] = (await pageOf(event.eventId)).parties;
  expect(party?.people.map(({ name }) => name)).toEqual(["—"]);
  expect(await clubTrees()).toEqual(before);
});

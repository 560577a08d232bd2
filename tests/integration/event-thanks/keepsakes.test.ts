import { expect, test } from "vitest";
import { loadKeepsakes } from "#app/modules/event-thanks/load-keepsakes.server.ts";
import { askHowItWas } from "#app/modules/surveys/ask-how-it-was.server.ts";
import { giveAnswer } from "#app/modules/surveys/give-answer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aFamilyAt, aShownAlbum } from "../../support/album-views.ts";
import { aContestWithEntries } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { aPlan } from "../../support/events.ts";

testDatabase();

const { endsAt } = aPlan();
const later = (hours: number) => new Date(endsAt.getTime() + hours * 3_600_000);

test("a party finds the album and the survey, each for as long as it is open to it, and nobody else does", async () => {
  const { eventId, slug } = await aShownAlbum();
  const [came, stayedAway] = [await aFamilyAt(eventId), await aFamilyAt(eventId)];
  await db().attendanceOutcome.createMany({
    data: [
      { registrationId: came.party.id, eventId, outcome: "came" },
      { registrationId: stayedAway.party.id, eventId, outcome: "no-show" },
    ],
  });
  const own = ({ party, member }: typeof came, hours: number) =>
    loadKeepsakes(db(), { registrationId: party.id, memberId: member.memberId }, later(hours));
  const nothing = {
    entries: false,
    results: false,
    album: null,
    certificates: false,
    surveyPoints: null,
  };
  expect(await own(stayedAway, 3)).toEqual(nothing);
  expect(await own(came, 3)).toEqual({ ...nothing, album: slug });
  await askHowItWas(later(3));
  expect(await own(came, 3)).toEqual({ ...nothing, album: slug, surveyPoints: 20 });
  expect(await own(came, 24 * 40)).toMatchObject({ surveyPoints: null });
  const event = { where: { id: eventId } };
  await db().event.update({ ...event, data: { state: "cancelled", cancelledAt: later(3) } });
  expect(await own(came, 3)).toMatchObject({ surveyPoints: null });
  await db().event.update({ ...event, data: { state: "published", cancelledAt: null } });
  await giveAnswer({ registrationId: came.party.id, memberId: null, said: { score: 5 } }, later(4));
  expect(await own(came, 5)).toMatchObject({ surveyPoints: null });
  await db().album.update({ where: { eventId }, data: { state: "draft", publishedAt: null } });
  expect(await own(came, 5)).toEqual(nothing);
  expect(
    await loadKeepsakes(db(), {
      ...{ registrationId: came.party.id, memberId: stayedAway.member.memberId },
    }),
  ).toBeNull();
});

test("a party finds what it entered until the ranking is public or the entry is withdrawn", async () => {
  const contest = await aContestWithEntries();
  const { id, registrationId } = await db().contestEntry.findFirstOrThrow({
    where: { contestId: contest.contestId },
  });
  const registration = await db().registration.findUniqueOrThrow({
    where: { id: registrationId ?? 0 },
  });
  const own = () =>
    loadKeepsakes(db(), { registrationId: registration.id, memberId: registration.memberId ?? 0 });
  expect(await own()).toMatchObject({ entries: true, results: false });
  await db().contestEntry.update({ where: { id }, data: { state: "withdrawn" } });
  expect(await own()).toMatchObject({ entries: false, results: false });
});

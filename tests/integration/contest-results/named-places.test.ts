import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadPublicResults } from "#app/modules/contest-results/load-public-results.server.ts";
import { nameEntry } from "#app/modules/contest-results/name-entry.server.ts";
import { shortName } from "#app/modules/contest-results/short-name.ts";
import { db } from "#app/platform/db.server.ts";
import { aJudgedContest, keptOf, published, setEntry } from "../../support/contest-results.ts";
import { testDatabase } from "../../support/database.ts";
import { slugOf } from "../../support/events.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

test("a name stands beside its number only where its family wants it and agrees to all the event asks", async () => {
  const contest = await aJudgedContest({ brackets: ["little", "little"], values: [9, 4] });
  const { contestId, children, entries } = contest;
  await published(contestId);
  const slug = await slugOf(contest.eventId);
  const nameOf = async () =>
    (await loadPublicResults(db(), slug))?.results[0]?.groups[0]?.places[0]?.name;
  const [child, other] = children;
  const [entry] = entries;
  if (!child || !other || !entry) throw new Error("There is no child.");
  const name = (who: typeof child, named: boolean) =>
    nameEntry(
      { entryId: entry.entryId, registrationId: child.registrationId, named },
      { memberId: who.member.memberId, personId: who.member.id },
    );
  expect(await nameOf()).toBeNull();
  expect(await name(other, true)).toBe(false);
  expect(await name(child, true)).toBe(true);
  expect(await nameOf()).toBe(shortName(child.name));
  await db().registrationPerson.update({
    where: { id: child.personId },
    data: { consents: ["taking_part", "photographs"] },
  });
  expect(await nameOf()).toBeNull();
  await db().registrationPerson.update({
    where: { id: child.personId },
    data: { consents: ["taking_part", "photographs", "artwork"] },
  });
  await setEntry(contestId, 1, { registrationPersonId: null, erasedAt: new Date() });
  const result = (await loadPublicResults(db(), slug))?.results[0]?.groups[0]?.places[0];
  expect(result).toMatchObject({ number: 1, rank: 1, name: null });
  expect((await keptOf(contestId))?.isChanged).toBe(false);
});

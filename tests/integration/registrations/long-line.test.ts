import { expect, test } from "vitest";
import { loadParties } from "#app/modules/registrations/load-parties.server.ts";
import { lineOf, loadLine } from "#app/modules/seats/load-line.server.ts";
import { loadLinePlace } from "#app/modules/seats/load-line-place.server.ts";
import { loadTaken } from "#app/modules/seats/seats-sql.server.ts";
import { whyWaiting } from "#app/modules/seats/waitlist.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aLimit,
  aPlan,
  aPublishedEvent,
  type TestEvent,
  WHILE_OPEN,
} from "../../support/events.ts";
import { aPartyOf, partiesFile, registered } from "../../support/registrations.ts";

testDatabase();

const WAITING = 3_000;

/** One with three of its four places taken, and parties of one to three people that wait, as after a rush. */
async function anEventWithALongLine(most: number): Promise<TestEvent> {
  const event = await aPublishedEvent({ plan: aPlan({ limits: [aLimit({ most })] }) });
  const { eventId } = event;
  await registered(event, { party: aPartyOf(3) });
  await db().$executeRaw`
    with party as (
      insert into registration (event_id, token, code, state, event_version, source, request_key)
      select ${eventId}, 'line-' || ${eventId} || '-' || n, 'L' || n, 'waiting', 1, 'owner', 'line-' || ${eventId} || '-' || n
      from generate_series(1, ${WAITING}) n order by n returning id
    ), people as (
      insert into registration_person (event_id, registration_id, role, name, state)
      select ${eventId}, id, 'adult', 'Guest', 'waiting' from party, generate_series(1, 1 + id % 3)
    )
    insert into waitlist_entry (event_id, registration_id, passed)
    select ${eventId}, id, case when id % 40 = 0 then 3 else 0 end from party order by id`;
  return event;
}

/** As the line's rules have it, which go along all of it. */
async function byTheRules({ eventId, plan: { limits } }: TestEvent) {
  const line = await loadLine(db(), eventId);
  const reasons = whyWaiting(limits, await loadTaken(db(), eventId, limits), lineOf(line));
  return line.map(({ id, registrationId }, at) => ({
    registrationId,
    place: at + 1,
    why: reasons.get(id)?.why,
  }));
}

const placeOf = (event: TestEvent, registrationId: number) =>
  loadLinePlace(db(), { ...event, registrationId }, "en", WHILE_OPEN);

test.each([
  ["nothing free", 3],
  ["one place free", 4],
])("with 3,000 who wait and %s each reads the same as by the whole line", async (_case, most) => {
  const event = await anEventWithALongLine(most);
  const expected = await byTheRules(event);
  const some = [...expected.slice(0, 6), ...expected.slice(60, 64), ...expected.slice(-3)];
  for (const { registrationId, place, why } of some) {
    expect(await placeOf(event, registrationId)).toMatchObject({ place, of: WAITING, why });
  }
  const search = { state: "waiting", after: 0 } as const;
  const list = await loadParties(db(), event.eventId, search, "en", WHILE_OPEN);
  expect(list?.parties.map(({ line }) => line?.place)).toEqual(
    Array.from({ length: 100 }, (_, at) => at + 1),
  );
});

test("a file of 3,000 parties is written piece by piece, each of them once", async () => {
  const { eventId } = await anEventWithALongLine(3);
  const codes = (await partiesFile(eventId))
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",")[0]);
  expect(new Set(codes).size).toBe(WAITING + 1);
  expect(codes).toHaveLength(await db().registrationPerson.count({ where: { eventId } }));
});

import type { Actor } from "#app/modules/access/actor.ts";
import { repeatEvent } from "#app/modules/event-series/repeat-event.server.ts";
import { repeatDays } from "#app/modules/event-series/repeats.ts";
import { createDraftIn } from "#app/modules/events/keep-draft.server.ts";
import { publishEventIn } from "#app/modules/events/publish-event.server.ts";
import type { TypedEvent } from "#app/modules/events/typed-event.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { EVENT_FORMATS, eventFormats, otherEvents } from "./event-formats.ts";
import { registerSampleParties } from "./event-parties.ts";

const DAY_MS = 86_400_000;

/** The demo's events: all that the club holds, one that is over, and a draft. Loaded once. */
export async function loadDemoEvents(today: Day, timeZone: string, keeper: number): Promise<void> {
  if ((await db().event.count()) > 0) return;
  const actor: Actor = { by: keeper, address: "127.0.0.1" };
  const noon = clubTime(timeZone).instantOf(today, 12, 0, 0);
  const { draft, past, small } = otherEvents(today);
  const { lesson, evening } = await inTransaction(
    async (tx) => {
      const publish = async (typed: TypedEvent, daysAgo: number) => {
        const eventId = await createDraftIn(tx, typed, actor);
        const now = new Date(noon.getTime() - daysAgo * DAY_MS);
        const answer = await publishEventIn(tx, { eventId, revision: null, now }, actor);
        if (!answer.ok) throw new Error(`The demo's event was refused: ${JSON.stringify(answer)}`);
        return eventId;
      };
      await publish(past, 50);
      const formats = eventFormats(today);
      const ids = new Map<string, number>();
      for (const format of EVENT_FORMATS) ids.set(format, await publish(formats[format], 7));
      await createDraftIn(tx, draft, actor);
      return { lesson: ids.get("class") as number, evening: await publish(small, 7) };
    },
    { timeout: 60_000 },
  );
  const day = eventFormats(today).class.startsAt.slice(0, 10);
  const days = repeatDays(day, { every: "month-last", until: null, count: 2 });
  await registerSampleParties(evening);
  await repeatEvent({ eventId: lesson, days, now: noon }, actor);
}

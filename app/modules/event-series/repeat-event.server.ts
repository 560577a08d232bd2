import type { Actor } from "#app/modules/access/actor.ts";
import { createDraftIn, joinSeriesIn } from "#app/modules/events/keep-draft.server.ts";
import { lockTypedEvent } from "#app/modules/events/lock-typed-event.server.ts";
import { publishEventIn } from "#app/modules/events/publish-event.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Day, daysBetween, parseDay } from "#app/platform/club-time.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { MOST_REPEATS } from "./repeats.ts";
import { shiftEvent } from "./shift-event.ts";

export type EventRepeated =
  | { ok: true; added: number }
  | { ok: false; refusal: "no-such-event" | "no-day" | "no-days" };

/**
 * Holds an event again on other days. Each is an event of its own, published where this one is, so that one of them
 * can be changed or cancelled and the others stay. A day on which the series is held already gets no second one.
 *
 * @param repeat.days as whoever repeats it has left them: single ones may have been taken out.
 */
export const repeatEvent = (
  repeat: { eventId: number; days: readonly Day[]; now: Date },
  actor: Actor,
): Promise<EventRepeated> =>
  inRetriedTransaction<EventRepeated>(async (tx, rollBack) => {
    const { eventId, now } = repeat;
    const event = await lockTypedEvent(tx, eventId);
    if (!event || event.state === "cancelled") return { ok: false, refusal: "no-such-event" };
    const start = parseDay(event.typed.startsAt.slice(0, 10));
    if (start === null) return { ok: false, refusal: "no-day" };
    const seriesId = await joinSeriesIn(tx, eventId, repeat.days, actor);
    const held = await tx.event.findMany({
      where: { seriesId, state: { not: "cancelled" } },
      select: { typed: true },
    });
    const taken = new Set(held.map(({ typed }) => dayOf(typed)));
    const days = [...new Set(repeat.days)].filter((day) => day > start && !taken.has(day)).sort();
    if (days.length === 0 || days.length > MOST_REPEATS) {
      return rollBack({ ok: false, refusal: "no-days" });
    }
    for (const day of days) {
      const typed = {
        ...shiftEvent(event.typed, daysBetween(start, day)),
        coverId: "",
        questions: event.typed.questions.filter(({ retired }) => retired === ""),
      };
      const id = await createDraftIn(tx, typed, actor, { seriesId });
      if (event.state === "draft") continue;
      const published = await publishEventIn(tx, { eventId: id, revision: null, now }, actor);
      if (!published.ok) return rollBack({ ok: false, refusal: "no-days" });
    }
    await writeAudit(tx, {
      personId: actor.by,
      action: "event.repeated",
      subject: `event:${eventId}`,
      detail: { event: event.typed.titleEn, count: days.length },
      address: actor.address,
    });
    return { ok: true, added: days.length };
  });

const dayOf = (typed: unknown) => String((typed as { startsAt?: unknown }).startsAt).slice(0, 10);

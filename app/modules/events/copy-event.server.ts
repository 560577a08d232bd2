import type { Actor } from "#app/modules/access/actor.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { createDraftIn } from "./keep-draft.server.ts";
import { datesOf, typedFrom } from "./typed-event.ts";

/**
 * Begins a draft with all of another event but its days: those are said anew, or filled in once it is said when it
 * begins.
 *
 * @returns the draft's id; null where there is no such event.
 */
export const copyEvent = (eventId: number, actor: Actor): Promise<number | null> =>
  inRetriedTransaction(async (tx) => {
    const event = await tx.event.findUnique({ where: { id: eventId }, select: { typed: true } });
    if (!event) return null;
    const typed = typedFrom(event.typed);
    return createDraftIn(
      tx,
      {
        ...typed,
        // A photo belongs to the event that it was sent for.
        coverId: "",
        startsAt: "",
        endsAt: "",
        opensAt: "",
        closesAt: "",
        freeUntil: "",
        sessions: typed.sessions.map((session) => ({ ...session, startsAt: "", endsAt: "" })),
        questions: typed.questions.filter(({ retired }) => retired === ""),
      },
      actor,
      { datesBefore: { ...datesOf(typed), fills: true } },
    );
  });

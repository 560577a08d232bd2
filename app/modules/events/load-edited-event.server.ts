import { loadStores, type StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { KeptState } from "./event-state.ts";
import { type EventPlan, readPlan } from "./plan.ts";
import { type DatesBefore, datesOf, type TypedEvent, typedFrom } from "./typed-event.ts";

/** What the form of an event can choose from in this club. */
export type EventChoices = {
  programmes: string[];
  stores: StoreChoice[];
};

export type EditedEvent = {
  eventId: number;
  slug: string;
  state: KeptState;
  typed: TypedEvent;
  /** What holds; null of a draft. */
  plan: EventPlan | null;
  revision: number;
  /** Its dates as they went with a beginning: of a published event with the one that holds. */
  datesBefore: DatesBefore | null;
  seriesId: number | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  choices: EventChoices;
};

/** An event as whoever keeps it edits it; null where there is none. */
export async function loadEditedEvent(on: Db, eventId: number): Promise<EditedEvent | null> {
  const [row, choices] = await Promise.all([
    on.event.findUnique({
      where: { id: eventId },
      select: {
        slug: true,
        state: true,
        typed: true,
        plan: true,
        revision: true,
        datesBefore: true,
        seriesId: true,
        cancelledAt: true,
        cancelReason: true,
      },
    }),
    loadChoices(on),
  ]);
  if (!row) return null;
  const typed = typedFrom(row.typed);
  return {
    ...row,
    eventId,
    state: row.state as KeptState,
    typed,
    datesBefore: row.plan
      ? { ...datesOf(typed), fills: false }
      : (row.datesBefore as DatesBefore | null),
    plan: row.plan === null ? null : readPlan(row.plan),
    choices,
  };
}

async function loadChoices(on: Db): Promise<EventChoices> {
  const [book, stores] = await Promise.all([loadRuleBook(on), loadStores(on)]);
  return { programmes: Object.keys(rulesAt(book, new Date()).rules.earning.programmes), stores };
}

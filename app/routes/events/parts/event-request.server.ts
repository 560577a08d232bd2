import { data } from "@remix-run/node";
import type { Actor } from "#app/modules/access/actor.ts";
import { changeEvent } from "#app/modules/event-decisions/change-event.server.ts";
import type { HomeDecision } from "#app/modules/event-decisions/change-meaning.ts";
import { homesIn } from "#app/modules/event-decisions/forms.ts";
import type { ChangeMeaning } from "#app/modules/event-decisions/load-meaning.server.ts";
import { datesToKeep, misplacedDates, moveDates } from "#app/modules/event-decisions/move-dates.ts";
import { eventHow } from "#app/modules/events/event-how.server.ts";
import type { EventIssues } from "#app/modules/events/event-issues.ts";
import { opensFor } from "#app/modules/events/event-state.ts";
import { saveDraft } from "#app/modules/events/keep-draft.server.ts";
import type { EditedEvent } from "#app/modules/events/load-edited-event.server.ts";
import { type MovedPart, movedParts } from "#app/modules/events/moved.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import { publishEvent } from "#app/modules/events/publish-event.server.ts";
import { readTypedEvent } from "#app/modules/events/read-typed-event.ts";
import { readRowAct, withRowAct } from "#app/modules/events/row-acts.ts";
import { fieldsThatDiffer, type TypedEvent } from "#app/modules/events/typed-event.ts";
import { typedEventOf } from "#app/modules/events/typed-event-form.ts";
import { RowId } from "#app/platform/row-id.ts";

/** What became of the form of an event, and the form as it goes on. */
export type EventAnswer = {
  outcome:
    | "saved"
    /** Only rows were added or taken out. */
    | "typed"
    | "changed"
    /** The dates that depend on the beginning were moved with it; only of a draft that is saved. */
    | "dates-moved"
    | "mistakes"
    | "conflict"
    | "to-agree"
    | "being-paid"
    | "over";
  typed: TypedEvent;
  revision: number;
  savedAt: string | null;
  issues: EventIssues;
  /** What somebody else has saved otherwise meanwhile. */
  differs: ReturnType<typeof fieldsThatDiffer>;
  moved: MovedPart[];
  /** What was decided so far about parties that have no session any more. */
  homes: HomeDecision[];
  /** Dates that were right before the beginning moved, and can be moved with it by one press. */
  misplaced: string[];
} & ChangeMeaning;

const NOTHING = {
  savedAt: null,
  issues: {},
  differs: [],
  moved: [],
  homes: [],
  misplaced: [],
  concerned: 0,
  homeless: [],
  unplaced: [],
} satisfies Partial<EventAnswer>;

/** The form of a draft: kept, with rows added or taken out, or published (`intent=publish`). */
export async function answerDraft(event: EditedEvent, body: FormData, actor: Actor, now: Date) {
  const { eventId } = event;
  const intent = body.get("intent");
  const act = readRowAct(intent);
  const sent = typedEventOf(body);
  const moves = intent === "move-dates" && event.datesBefore;
  const moved = moves ? moveDates(sent, moves, false) : null;
  const typed = act ? withRowAct(sent, act) : (moved ?? sent);
  const datesBefore = datesToKeep(event.datesBefore, typed);
  const draft = { eventId, typed, datesBefore, revision: Number(body.get("revision")) };
  const saved = await saveDraft(draft);
  if (!saved.ok) {
    if (saved.refusal !== "changed-meanwhile") throw new Response(null, { status: 404 });
    const differs = fieldsThatDiffer(event.typed, typed);
    const { revision } = saved;
    return answer(409, { ...NOTHING, outcome: "conflict", typed, revision, differs });
  }
  const { revision } = saved;
  if (intent !== "publish") {
    const savedAt = now.toISOString();
    const outcome = act ? "typed" : moved ? "dates-moved" : "saved";
    return answer(200, { ...NOTHING, outcome, typed, revision, savedAt });
  }
  const published = await publishEvent({ eventId, revision, now }, actor);
  if (published.ok) return "published" as const;
  if (published.refusal === "unfinished") {
    const { issues } = published;
    return answer(400, { ...NOTHING, outcome: "mistakes", typed, revision, issues });
  }
  return answer(409, { ...NOTHING, outcome: "conflict", typed, revision: event.revision });
}

/** The form of a published event: another plan, once whoever saves has seen what moves. */
export async function answerChange(
  event: EditedEvent & { plan: EventPlan },
  body: FormData,
  actor: Actor,
  now: Date,
) {
  const { eventId, plan: before } = event;
  const act = readRowAct(body.get("intent"));
  const sent = typedEventOf(body);
  const revision = Number(body.get("revision"));
  if (act) {
    const typed = withRowAct(sent, act);
    return answer(200, { ...NOTHING, outcome: "typed", typed, revision });
  }
  const how = await eventHow();
  const { datesBefore } = event;
  const moved = datesBefore && moveDates(sent, datesBefore, opensFor(before, true) <= now);
  if (body.get("intent") === "move-dates") {
    return answer(200, { ...NOTHING, outcome: "dates-moved", typed: moved ?? sent, revision });
  }
  const typed = sent;
  const read = readTypedEvent(typed, { ...how, now, before });
  if (!read.ok) {
    const { issues } = read;
    const misplaced = moved ? misplacedDates(issues) : [];
    return answer(400, { ...NOTHING, outcome: "mistakes", typed, revision, issues, misplaced });
  }
  const agreed = movedParts.filter((part) => body.getAll("agreed").includes(part));
  const homes = homesIn(body);
  const unplaced = body.getAll("unplaced").flatMap((id) => RowId.safeParse(id).data ?? []);
  const following = body.has("following");
  const change = { eventId, plan: read.plan, revision, agreed, homes, unplaced, following, now };
  const changed = await changeEvent(change, actor);
  if (changed.ok) {
    return answer(200, {
      ...NOTHING,
      outcome: "changed",
      typed,
      revision: revision + Number(changed.changed),
    });
  }
  const { refusal } = changed;
  if (refusal === "to-agree") {
    const { ok: _no, refusal: outcome, ...meaning } = changed;
    return answer(409, { ...NOTHING, ...meaning, outcome, typed, revision, homes });
  }
  if (refusal === "over" || refusal === "being-paid")
    return answer(409, { ...NOTHING, outcome: refusal, typed, revision });
  if (refusal !== "changed-meanwhile") throw new Response(null, { status: 404 });
  const differs = fieldsThatDiffer(event.typed, typed);
  return answer(409, { ...NOTHING, outcome: "conflict", typed, revision: event.revision, differs });
}

const answer = (status: number, said: EventAnswer) => data(said, status);

import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { loadKeptMarks } from "./load-kept-marks.server.ts";
import type { Mark, MarkAnswer, MarkAnswered } from "./mark.ts";
import { partiesThatCame, staysOf } from "./presence.ts";
import { codeOf, readScanned } from "./scan.ts";
import { settleComing } from "./settle-coming.server.ts";

/** Whoever marked: by a steward's link, as one of the staff, or another program. */
export type MarkedBy = { stewardLinkId: number } | { by: number } | { apiClientId: number };

/** Nobody comes to an event sooner before it begins. */
const DOORS_OPEN_MS = 12 * 3_600_000;

type Found = { answer: MarkAnswer; registrationId: number | null; personId: number | null };

/**
 * Keeps what was seen at a gate, and does what follows when a party comes. A mark that arrives again, however often,
 * is answered as it was and changes nothing. None is refused: whoever was let in is there, and what is amiss is in
 * the answer.
 *
 * The event is locked so that no party is registered or cancelled meanwhile; gates do not wait for one another.
 *
 * @returns the answers in the order of the marks; null where there is no such event.
 */
export async function recordMarks(
  { eventId, marks, by }: { eventId: number; marks: readonly Mark[]; by: MarkedBy },
  now = new Date(),
): Promise<MarkAnswered[] | null> {
  return inRetriedTransaction(async (tx) => {
    const [event] = await tx.$queryRaw<{ id: number; plan: unknown }[]>`
      select id, plan from event where id = ${eventId} and plan is not null for share`;
    if (!event) return null;
    const found = await findAll(tx, eventId, marks);
    const fresh = await keep(tx, eventId, by, marks, found, now);
    await settle(tx, { id: eventId, plan: readPlan(event.plan) }, fresh, now);
    const kept = await tx.attendanceMark.findMany({
      where: { id: { in: marks.map(({ id }) => id) } },
      select: { id: true, answer: true },
    });
    const answers = new Map(kept.map(({ id, answer }) => [id, answer as MarkAnswer]));
    return marks.map(({ id }) => ({
      id,
      answer: answers.get(id) ?? "provisional",
      already: !fresh.has(id),
    }));
  });
}

/** Of which party each mark is, as the registry has it at this moment. */
async function findAll(tx: Db, eventId: number, marks: readonly Mark[]): Promise<Found[]> {
  const undone = await tx.attendanceMark.findMany({
    where: { id: { in: marks.flatMap(({ undoes }) => undoes ?? []) } },
    select: { id: true, registrationId: true },
  });
  const partyOfMark = new Map([
    ...undone.map(({ id, registrationId }) => [id, registrationId] as const),
    ...marks.map(({ id, registrationId }) => [id, registrationId] as const),
  ]);
  const found: Found[] = [];
  for (const mark of marks) {
    if (mark.undoes !== null) {
      const registrationId = await existing(tx, partyOfMark.get(mark.undoes) ?? null);
      found.push({ answer: "recorded", registrationId, personId: null });
    } else found.push(await find(tx, eventId, mark));
  }
  return found;
}

async function existing(tx: Db, id: number | null): Promise<number | null> {
  if (id === null) return null;
  return (await tx.registration.findUnique({ where: { id }, select: { id: true } }))?.id ?? null;
}

async function find(tx: Db, eventId: number, mark: Mark): Promise<Found> {
  const person =
    mark.personId === null
      ? null
      : await tx.registrationPerson.findUnique({
          where: { id: mark.personId },
          select: { id: true, registrationId: true, state: true },
        });
  const party = await findParty(tx, eventId, mark, person?.registrationId ?? mark.registrationId);
  if (!party) return { answer: "provisional", registrationId: null, personId: null };
  const hasPlace = party.state === "registered" && (person === null || person.state === "coming");
  const answer = party.eventId !== eventId ? "other-event" : hasPlace ? "recorded" : "no-place";
  return { answer, registrationId: party.id, personId: person?.id ?? null };
}

function findParty(tx: Db, eventId: number, { seen }: Mark, registrationId: number | null) {
  const select = { id: true, eventId: true, state: true } as const;
  if (registrationId !== null) {
    return tx.registration.findUnique({ where: { id: registrationId }, select });
  }
  const read = readScanned(codeOf(seen));
  if (read.kind === "nothing") return null;
  return tx.registration.findFirst({
    where: read.kind === "code" ? { eventId, code: read.code } : { token: read.token },
    select,
  });
}

/** @returns the ids of those that had not arrived before. */
async function keep(
  tx: Db,
  eventId: number,
  by: MarkedBy,
  marks: readonly Mark[],
  found: readonly Found[],
  now: Date,
): Promise<Set<string>> {
  const rows = marks.map((mark, index) => ({ ...mark, ...found[index] }));
  const fresh = await tx.$queryRaw<{ id: string }[]>`
    insert into attendance_mark (id, event_id, kind, registration_id, person_id, undoes, seen, people, answer, at,
      received_at, gate, device, steward_link_id, "by", api_client_id)
    select id, ${eventId}, kind, "registrationId", "personId", undoes, seen, people, answer, at, ${now}, gate,
      device, ${"stewardLinkId" in by ? by.stewardLinkId : null}::int, ${"by" in by ? by.by : null}::int,
      ${"apiClientId" in by ? by.apiClientId : null}::int
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as mark (id uuid, kind text, "registrationId" int,
      "personId" int, undoes uuid, seen text, people int, answer text, at timestamptz, gate text, device uuid)
    on conflict (id) do nothing
    returning id::text`;
  return new Set(fresh.map(({ id }) => id));
}

async function settle(
  tx: Db,
  event: Parameters<typeof settleComing>[1],
  fresh: ReadonlySet<string>,
  now: Date,
): Promise<void> {
  const touched = await tx.attendanceMark.findMany({
    where: { id: { in: [...fresh] }, kind: "in", answer: "recorded" },
    select: { registrationId: true },
  });
  const parties = [...new Set(touched.flatMap(({ registrationId }) => registrationId ?? []))];
  if (parties.length === 0) return;
  // Long before, somebody tries out a phone: who came of those is seen when the event is closed.
  if (now.getTime() < event.plan.startsAt.getTime() - DOORS_OPEN_MS) return;
  const came = partiesThatCame(staysOf(await loadKeptMarks(tx, event.id, parties)));
  await settleComing(
    tx,
    event,
    parties.filter((id) => came.has(id)),
    now,
  );
}

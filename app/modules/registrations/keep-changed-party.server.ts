import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { ChildConsent, EventPlan } from "#app/modules/events/plan.ts";
import { withAnswersBefore } from "#app/modules/parties/check-answers.ts";
import type { CheckedParty } from "#app/modules/parties/check-party.ts";
import type { KeptAnswer } from "#app/modules/parties/registration.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Charged } from "./charge-party.server.ts";
import { endEntry } from "./end-party.server.ts";
import { joinLine, keepCare, personRow } from "./keep-party.server.ts";
import { type LockedParty, noteStep } from "./lock-registration.server.ts";

/**
 * Writes a party down as it is now: judged, with its places found and paid for.
 *
 * @param to.ids who each of its people was before, in the same order; null for somebody new.
 */
export async function keepChangedParty(
  tx: Db,
  event: LockedEvent,
  before: LockedParty,
  to: {
    party: CheckedParty;
    ids: readonly (number | null)[];
    leaving: readonly number[];
    charged: Partial<Charged>;
    newcomers: "coming" | "waiting";
    by: number;
  },
): Promise<void> {
  const { party, ids } = to;
  const { id: registrationId } = before;
  await tx.registrationPerson.updateMany({
    where: { id: { in: [...to.leaving] }, registrationId },
    data: { state: "out" },
  });
  const { questions } = event.plan;
  const known = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { answers: true, people: { select: { id: true, answers: true, consents: true } } },
  });
  const answered = (answers: unknown) => answers as KeptAnswer[];
  const kept: number[] = [];
  for (const [at, person] of party.people.entries()) {
    const personId = ids[at] ?? null;
    const before = known.people.find((each) => each.id === personId);
    const answers = withAnswersBefore(questions, person.answers, answered(before?.answers ?? []));
    const { state, ...row } = personRow(
      registrationId,
      event.id,
      { ...person, answers, consents: consentsNow(event.plan, person, before) },
      to.newcomers,
    );
    const { id } =
      personId === null
        ? await tx.registrationPerson.create({ data: { ...row, state }, select: { id: true } })
        : await tx.registrationPerson.update({
            where: { id: personId, registrationId },
            data: row,
            select: { id: true },
          });
    kept.push(id);
    if (before) await noteConsents(tx, registrationId, before, row.consents, to.by);
  }
  const { session, cars, carPlate, phone } = party;
  await tx.registration.update({
    where: { id: registrationId },
    data: {
      ...to.charged,
      session,
      cars,
      carPlate,
      phone,
      answers: withAnswersBefore(
        questions,
        party.answers,
        answered(known.answers),
      ) as Prisma.InputJsonArray,
      agreed: party.agreed.map((each) => ({ ...each, at: event.now.toISOString() })),
    },
    select: { id: true },
  });
  await keepCare(tx, registrationId, party, kept);
  const waiting = await tx.registrationPerson.count({
    where: { registrationId, state: "waiting" },
  });
  if (waiting > 0) await joinLine(tx, event.id, registrationId);
  else await endEntry(tx, before, "done", event.now);
}

/** What is asked is as it was typed; what this event does not ask, and was given nevertheless, stays. */
function consentsNow(
  { consents: asked }: Pick<EventPlan, "consents">,
  typed: CheckedParty["people"][number],
  before: { consents: string[] } | undefined,
): ChildConsent[] {
  const kept = (before?.consents ?? []) as ChildConsent[];
  const unasked = typed.role === "child" ? kept.filter((each) => !asked.includes(each)) : [];
  return [...typed.consents, ...unasked];
}

/** Consents that the form of a party changed are history like those that were changed by themselves. */
async function noteConsents(
  tx: Db,
  registrationId: number,
  before: { id: number; consents: string[] },
  now: readonly string[],
  by: number,
): Promise<void> {
  const note = (step: string, consent: string) =>
    noteStep(tx, registrationId, step, { by, person: before.id, consent });
  for (const consent of now) {
    if (!before.consents.includes(consent)) await note("consent-given", consent);
  }
  for (const consent of before.consents) {
    if (!now.includes(consent)) await note("consent-withdrawn", consent);
  }
}

/**
 * Writes down what a guardian says of a child, in whatever state its party is. Whoever changes the party at that moment
 * is waited for, and sees it afterwards.
 *
 * @returns false where it stood so already.
 */
export async function keepConsent(
  tx: Db,
  said: {
    registrationId: number;
    eventId: number;
    personId: number;
    consent: ChildConsent;
    given: boolean;
    by: number;
  },
): Promise<boolean> {
  const { registrationId, eventId, personId, consent, given, by } = said;
  await tx.$executeRaw`select from event where id = ${eventId} for share`;
  const changed = await tx.$executeRaw`
    update registration_person set consents = case when ${given} then array_append(consents, ${consent})
      else array_remove(consents, ${consent}) end
    where id = ${personId} and registration_id = ${registrationId} and ${consent} = any(consents) <> ${given}`;
  if (changed === 0) return false;
  const step = given ? "consent-given" : "consent-withdrawn";
  await noteStep(tx, registrationId, step, { by, person: personId, consent });
  return true;
}

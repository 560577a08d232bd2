import type { Prisma } from "#app/generated.server/prisma/client.ts";
import { withAnswersBefore } from "#app/modules/parties/check-answers.ts";
import type { CheckedParty } from "#app/modules/parties/check-party.ts";
import type { KeptAnswer } from "#app/modules/parties/registration.ts";
import type { LockedEvent } from "#app/modules/seats/lock-event.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Charged } from "./charge-party.server.ts";
import { endEntry } from "./end-party.server.ts";
import { joinLine, keepCare, personRow } from "./keep-party.server.ts";
import type { LockedParty } from "./lock-registration.server.ts";

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
    select: { answers: true, people: { select: { id: true, answers: true } } },
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
      { ...person, answers },
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

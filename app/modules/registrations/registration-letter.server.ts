import { type EventPlan, readPlan, timesFor } from "#app/modules/events/plan.ts";
import { lineEndsAt } from "#app/modules/events/registering.ts";
import type { LetterProps } from "#app/modules/letters/write-letter.server.ts";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Reader } from "#app/modules/person/reader.ts";
import type { Db } from "#app/platform/db.server.ts";

type Props = LetterProps["registration-step"];

type Row = Pick<Props, "code" | "points" | "moneyMinor" | "owedMinor" | "coming" | "waiting"> & {
  person: Reader;
  session: string | null;
  holdId: bigint | null;
  payBy: Date | null;
  plan: unknown;
};

/** What a letter says beside how the party stands. */
export type Said = Partial<
  Pick<Props, "reason" | "back" | "backMinor" | "offeredPeople" | "offerEndsAt" | "moved">
> & {
  /** Tells one letter of a step from the next, where there can be several. */
  occasion?: string | number;
};

/**
 * Tells a member of a step of their party, in the transaction of the step, and once. Nothing is written to somebody
 * who is not in the club, has no e-mail or has left.
 */
export async function writeRegistrationLetter(
  tx: Db,
  registrationId: number,
  step: Props["step"],
  { occasion, ...said }: Said = {},
): Promise<void> {
  const [row] = await tx.$queryRaw<Row[]>`
    select registration.code, registration.session, registration.points, registration.hold_id as "holdId",
      registration.money_minor as "moneyMinor", event.plan,
      (select payment.due_until from payment
        where payment.id = registration.payment_id and payment.state = 'open') as "payBy",
      (select payment.amount_minor::int from payment
        where payment.id = registration.payment_id and payment.state = 'open') as "owedMinor",
      (select count(*) from registration_person person
        where person.registration_id = registration.id and person.state = 'coming')::int as coming,
      (select count(*) from registration_person person
        where person.registration_id = registration.id and person.state = 'waiting')::int as waiting,
      jsonb_build_object('id', person.id, 'name', person.name, 'email', person.email,
        'locale', person.locale, 'closedAt', person.closed_at) as person
    from registration
    join event on event.id = registration.event_id
    join member on member.id = registration.member_id
    join person on person.id = member.person_id
    where registration.id = ${registrationId}`;
  if (!row) return;
  const { person, plan: kept, session, holdId, payBy, ...facts } = row;
  const plan = readPlan(kept);
  await writeLetterTo(tx, person, {
    template: "registration-step",
    props: {
      ...facts,
      ...partsOf(plan, session),
      registrationId,
      step,
      isDeposit: holdId !== null,
      payBy: payBy?.toISOString() ?? null,
      lineEndsAt: lineEndsAt(plan).toISOString(),
      reason: said.reason ?? null,
      back: said.back ?? null,
      backMinor: said.backMinor ?? 0,
      offeredPeople: said.offeredPeople ?? null,
      offerEndsAt: said.offerEndsAt ?? null,
      moved: said.moved ?? null,
    },
    dedupKey: ["registration", registrationId, step, occasion]
      .filter((part) => part !== undefined)
      .join(":"),
  });
}

function partsOf(plan: EventPlan, session: string | null) {
  return {
    titleEn: plan.title.en,
    titleZh: plan.title.zh,
    placeEn: plan.place.en,
    placeZh: plan.place.zh,
    startsAt: timesFor(plan, session).startsAt.toISOString(),
    currency: plan.price.kind === "money" ? plan.price.currency : null,
  };
}

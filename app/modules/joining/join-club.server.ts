import {
  type Browser,
  type OpenedSession,
  openSession,
} from "#app/modules/auth/open-session.server.ts";
import { tokenHash } from "#app/modules/auth/session-token.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import type { RuleBook } from "#app/modules/rulebook/rule-book.ts";
import { rulesVersionRead } from "#app/modules/texts/load-text.server.ts";
import { type ClubTime, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { QueueFull, queueOf } from "#app/platform/queue-of.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { addMember } from "./add-member.server.ts";
import { findRosterCard } from "./find-roster-card.server.ts";
import { consumeFormAttempt } from "./form-attempt.server.ts";
import type { Joiner } from "./forms.ts";
import { type CarRefusal, type RegisteredCar, registerJoinersCar } from "./joiners-car.server.ts";
import { joiningPerson } from "./joining-person.server.ts";
import { openRosterCard } from "./open-roster-card.server.ts";
import { writeWelcome } from "./write-welcome.server.ts";

/** How somebody came to their card: a new one, the one the roster brought, or one they had already. */
export type CardCame = "new" | "from-the-roll" | "there-already";

export type JoinAnswer =
  | { ok: true; card: CardCame; car: RegisteredCar; session: OpenedSession }
  /** Nobody is on their way in with this token, or it was too long ago. */
  | { ok: false; refusal: "not-joining" }
  /** The address is an account's that has no card; whose it is signs in, and then joins. */
  | { ok: false; refusal: "sign-in-first" }
  | { ok: false; refusal: CarRefusal }
  | { ok: false; refusal: "too-many"; retryAt: Date };

export type JoiningForm = {
  token: string;
  joiner: Joiner;
  locale: Locale;
  browser: Browser;
  /** The person who is signed in in this browser, with all that is asked of them. */
  signedInAs: number | null;
};

/**
 * Members get their numbers one after the other. Whoever waits for theirs inside the database holds a
 * connection that the one before them may need: so they wait here.
 */
const inTurn = queueOf({ atOnce: 2, waiting: 500 });
const BUSY_FOR_MS = 60_000;

/**
 * Makes somebody a member: person, card, account, welcome points, consents, car, letter and session, all
 * or nothing. Their address was proved by the code behind `token`. Asked twice, in two tabs or because
 * an answer was lost, it gives the card that is there.
 *
 * A refusal about the car leaves no trace: the form is then asked again with what to do about it.
 */
export async function joinClub(form: JoiningForm): Promise<JoinAnswer> {
  const turn = await consumeFormAttempt(form);
  if (!turn.ok) return turn;
  const [{ timeZone }, book] = await Promise.all([loadClub(), loadRuleBook()]);
  const rules = { time: clubTime(timeZone), book };
  try {
    return await inTurn(() =>
      inTransaction<JoinAnswer>((tx, rollBack) => joinIn(tx, rollBack, form, rules), {
        maxWait: 10_000,
        timeout: 20_000,
      }),
    );
  } catch (error) {
    if (error instanceof QueueFull) {
      return { ok: false, refusal: "too-many", retryAt: new Date(Date.now() + BUSY_FOR_MS) };
    }
    throw error;
  }
}

type Came = { personId: number; memberId: number; card: CardCame; car: RegisteredCar };

async function joinIn(
  tx: Db,
  rollBack: (answer: JoinAnswer) => never,
  form: JoiningForm,
  rules: { time: ClubTime; book: RuleBook },
): Promise<JoinAnswer> {
  const id = tokenHash(form.token);
  const [row] = await tx.$queryRaw<{ email: string; now: Date }[]>`
    select email, now() as now from joining where id = ${id} and expires_at > now() for update`;
  if (!row) return { ok: false, refusal: "not-joining" };
  const rulesVersion = await rulesVersionRead(tx, form.joiner.rulesVersion);
  const read = { ...form, joiner: { ...form.joiner, rulesVersion } };
  const came =
    (await fromTheRoll(tx, read, row.email)) ??
    (await byThemselves(tx, rollBack, read, { ...rules, ...row }));
  await tx.joining.update({ where: { id }, data: { memberId: came.memberId, doneAt: row.now } });
  const session = await openSession(tx, came.personId, form.browser, {
    method: "joining",
    secondFactor: false,
  });
  return { ok: true, card: came.card, car: came.car, session };
}

/** The card that the roster brought, for an address that is nobody's yet and all the proof there can be. */
async function fromTheRoll(tx: Db, form: JoiningForm, email: string): Promise<Came | null> {
  const { car, phone, orderNumber } = form.joiner;
  if (!car || orderNumber === null) return null;
  if ((await tx.person.count({ where: { email } })) > 0) return null;
  const card = await findRosterCard(tx, { ...car, phone, orderNumber });
  if (!card) return null;
  await openRosterCard(tx, card, { email, ...form });
  return { ...card, card: "from-the-roll", car: "none" };
}

async function byThemselves(
  tx: Db,
  rollBack: (answer: JoinAnswer) => never,
  { joiner, locale, signedInAs }: JoiningForm,
  { email, ...context }: { email: string; time: ClubTime; book: RuleBook; now: Date },
): Promise<Came> {
  const person = await joiningPerson(tx, { email, locale, signedInAs, ...joiner });
  if (!person) rollBack({ ok: false, refusal: "sign-in-first" });
  const { personId } = person;
  if (person.memberId !== null) {
    return { personId, memberId: person.memberId, card: "there-already", car: "none" };
  }
  const memberId = await addMember(tx, { personId, birthday: joiner.birthday }, context);
  const { rulesVersion } = joiner;
  await recordConsents(tx, personId, joiner.consents, "joining", { locale, rulesVersion });
  const brought = await registerJoinersCar(tx, { personId, memberId, email, joiner });
  // Nobody joins before it is clear what is to happen with their car.
  if (!brought.ok) rollBack(brought);
  await writeWelcome(tx, memberId);
  return { personId, memberId, card: "new", car: brought.car };
}

import type pg from "pg";
import type { Db } from "./db.server.ts";

/**
 * Every lock of the database that is no row's: what has to happen one at a time although there is nothing
 * yet to lock, or although it is about many rows. Here, in one list, so that no two mean one another.
 */
const LOCKS = {
  /** The next number of a member is given. */
  memberNumber: "marque: next member number",
  /** Who of the staff may do what is changed. */
  staffRoles: "marque: roles of the staff",
  /** Versions of the rules are saved and withdrawn. */
  rules: "marque: rules",
  /** Readings of a member's odometers are counted: of a member's id. */
  odometer: "odometer",
  /** A car is named, which may not be on file: of a plate or a VIN. */
  car: "car",
  /** An order comes in from a form or the API: of its store and number. */
  order: "order",
  /** Stores are added, mapped and merged. */
  stores: "marque: stores",
  /** A visit is recorded: of the form's request key. */
  visit: "visit",
  /** Pieces of a gift are counted that everybody together may take: of the gift's id. */
  gift: "gift",
  /** What one person gives by hand is counted: of the person's id. */
  byHand: "by hand",
  /** The next number of a receipt is given: of a year of the club. */
  receipt: "marque: next receipt",
  /** Stripe is asked about a payment, and what it says is written: of the payment's id. */
  stripe: "stripe",
  /** The same of a member's subscription: of the member's id. */
  subscriber: "marque: gold subscriber",
  /** Days are asked for that are held against Stripe's books, and what differs is written down. */
  reconciliation: "marque: reconciliation",
  /** A request of the API is answered: of its client and key. */
  apiRequest: "api",
  /** A friend is named: of their phone as a keyed hash. */
  friend: "friend",
  /** A car is kept for a test drive: of its name. */
  testCar: "test car",
  /** Programs that are told what happens are counted. */
  webhooks: "marque: webhooks",
  /** What a campaign gave is counted: of its id. */
  campaign: "campaign",
  /** Certificates of an event are issued: of its id. */
  certificates: "certificates",
  /** What the club counts of what is done together is added to or renamed. */
  impactUnits: "marque: impact units",
  /** An address is chosen that nobody has: of the noun whose pages lie there. */
  address: "address",
  /** A file is brought in: of its kind. */
  imports: "marque: imports",
} as const;

export type LockName = keyof typeof LOCKS;

/** Held while migrating, before there is any function or table of ours: a key of its own. */
export const MIGRATION_LOCK = 4_621_717;

/**
 * First half of the locks by which workers show that they live. It is looked for in `pg_locks`, so it is a
 * number there and not part of a hash.
 */
export const WORKER_LOCK = 4_621_718;

/**
 * Keeps everybody else who asks for the same lock waiting until the caller's transaction ends.
 *
 * @param of what it is about, where the lock's name alone does not say.
 */
export async function takeTurns(tx: Db, name: LockName, of?: string | number): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${keyOf(name, of)}, 0))`;
}

/**
 * Takes a lock for as long as a connection lasts, if nobody else has it.
 *
 * @returns whether it is ours now.
 */
export async function trySessionLock(
  client: pg.ClientBase,
  name: LockName,
  of?: string | number,
): Promise<boolean> {
  const { rows } = await client.query<{ done: boolean }>(
    "select pg_try_advisory_lock(hashtextextended($1, 0)) as done",
    [keyOf(name, of)],
  );
  return rows[0]?.done === true;
}

/** Lets go of a lock that {@link trySessionLock} took on this connection. */
export async function endSessionLock(
  client: pg.ClientBase,
  name: LockName,
  of?: string | number,
): Promise<void> {
  await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [keyOf(name, of)]);
}

const keyOf = (name: LockName, of?: string | number) =>
  of === undefined ? LOCKS[name] : `${LOCKS[name]} ${of}`;

import { type Db, db } from "./db.server.ts";
import { inRetriedTransaction } from "./transaction.server.ts";

/** Each of them found that somebody else had written since it asked; many at once are at most some webhooks. */
const TURNS = 20;

/** What Stripe is asked about: everybody who writes what it says of it writes one row. */
export type Asked = {
  /** What it is, for whoever reads the log. */
  name: string;
  /** The version of that row, which PostgreSQL keeps: its `xmin`. */
  version: (on: Db) => Promise<string>;
  /** Has everybody else wait who is about to write it. */
  turn: (tx: Db) => Promise<void>;
};

/**
 * Asks Stripe about something and writes what it says, so that nothing older is written over something newer: who
 * finds that another has written since they asked, asks again. No connection is held while Stripe is waited for: a
 * Stripe that hangs keeps no page waiting that has nothing to do with it.
 *
 * @param ask asks; null where there is nothing to ask.
 * @param write writes in a transaction, in turns. It has to write the row whose version is looked at.
 * @returns what was written; null where there was nothing to ask.
 */
export async function askAndWrite<Told, Written>(
  { name, version, turn }: Asked,
  ask: () => Promise<Told | null>,
  write: (tx: Db, told: Told) => Promise<Written>,
): Promise<Written | null> {
  for (let turns = 0; turns < TURNS; turns++) {
    const before = await version(db());
    const told = await ask();
    if (told === null) return null;
    const answer = await inRetriedTransaction<{ written: Written } | null>(async (tx) => {
      await turn(tx);
      return (await version(tx)) === before ? { written: await write(tx, told) } : null;
    });
    if (answer) return answer.written;
  }
  throw new Error(`${name} was written by others again and again.`);
}

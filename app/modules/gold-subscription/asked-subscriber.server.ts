import type { Asked } from "#app/platform/ask-and-write.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";

/** A member as Stripe is asked about them, with all that is theirs: in turns for each. */
export const askedSubscriber = (memberId: number): Asked => ({
  name: `Subscriber ${memberId}`,
  version: (on) => versionOf(on, memberId),
  turn: (tx) => takeTurns(tx, "subscriber", memberId),
});

async function versionOf(on: Db, memberId: number): Promise<string> {
  const [row] = await on.$queryRaw<{ version: string }[]>`
    select xmin::text as version from gold_subscriber where member_id = ${memberId}`;
  if (!row) throw new Error(`Member ${memberId} is no subscriber.`);
  return row.version;
}

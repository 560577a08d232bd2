import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { writeLetters } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";

const LETTER_BATCH_SIZE = 500;

type Receiver = {
  member_id: number;
  account_id: bigint;
  person_id: number;
  name: string;
  email: string;
  locale: string | null;
  points: bigint;
};

/**
 * Writes one letter to each member whose points went with an import that was taken back, in the transaction
 * that ends that. Whoever was told of the points has to be told that they are gone, and why.
 *
 * @returns how many letters.
 */
export async function writeTakenBack(db: Db, importId: number): Promise<number> {
  const receivers = await db.$queryRaw<Receiver[]>`
    select member.id as member_id, member.account_id, person.id as person_id, person.name, person.email,
      person.locale, moved.points
    from (
      select move ->> 0 as number, sum((move ->> 1)::bigint)::bigint as points
      from import_row cross join lateral jsonb_array_elements(detail -> 'undone' -> 'moves') move
      where import_id = ${importId}
      group by 1 having sum((move ->> 1)::bigint) < 0
    ) moved
    join member on member.number = moved.number
    join person on person.id = member.person_id
    where person.email is not null and person.closed_at is null
    order by member.id`;
  for (let at = 0; at < receivers.length; at += LETTER_BATCH_SIZE) {
    const some = receivers.slice(at, at + LETTER_BATCH_SIZE);
    const balances = await loadBalances(
      db,
      some.map(({ account_id }) => toPoints(account_id)),
    );
    await writeLetters(
      db,
      some.map(({ member_id, account_id, person_id, name, email, locale, points }) => {
        const balance = balances.get(toPoints(account_id));
        return {
          personId: person_id,
          to: email,
          locale,
          template: "points-taken-back" as const,
          dedupKey: `points-taken-back:${importId}:${member_id}`,
          props: {
            name,
            points: toPoints(points),
            available: balance?.available ?? 0,
            debt: balance?.debt ?? 0,
          },
        };
      }),
    );
  }
  return receivers.length;
}

import { Prisma } from "#app/generated.server/prisma/client.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { writeLetters } from "#app/modules/letters/write-letter.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type Row = {
  person_id: number;
  name: string;
  email: string;
  locale: string | null;
  number: string;
  account_id: bigint;
  gold: boolean;
};

const LETTER_BATCH_SIZE = 500;

/**
 * Writes to each member that an import brought and who has an e-mail: here is your card.
 *
 * @param now for tests; the database's clock otherwise.
 */
export async function inviteMembers(db: Db, importId: number, now?: Date): Promise<void> {
  const at = Prisma.sql`coalesce(${now ?? null}::timestamptz, now())`;
  const invited = await db.$queryRaw<Row[]>`
    select person.id as person_id, person.name, person.email, person.locale, member.number,
      member.account_id,
      exists (select from tier_period
              where member_id = member.id and tier = 'gold'
                and starts_at <= ${at} and (ends_at is null or ends_at > ${at})) as gold
    from member join person on person.id = member.person_id
    where member.import_id = ${importId} and person.email is not null and person.closed_at is null
    order by member.id`;
  for (let from = 0; from < invited.length; from += LETTER_BATCH_SIZE) {
    await inviteSome(db, invited.slice(from, from + LETTER_BATCH_SIZE), now);
  }
}

async function inviteSome(db: Db, invited: Row[], now?: Date): Promise<void> {
  const accounts = invited.map(({ account_id }) => toPoints(account_id));
  const balances = await loadBalances(db, accounts, now);
  await writeLetters(
    db,
    invited.map(({ person_id, name, email, locale, number, account_id, gold }) => ({
      personId: person_id,
      to: email,
      locale,
      template: "welcome" as const,
      dedupKey: `welcome:${person_id}`,
      props: {
        name,
        memberNumber: number,
        tier: gold ? "gold" : "silver",
        available: balances.get(toPoints(account_id))?.available ?? 0,
        imported: true,
      },
    })),
  );
}

import { handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aLead } from "../../tests/support/leads.ts";
import type { Bench } from "./bench.ts";
import { byTurns } from "./by-turns.ts";
import { onDatabase } from "./databases.ts";
import { type Figure, ratios, spread } from "./figures.ts";
import { makeClub } from "./made-club.ts";

const CLIENTS = 10;
const REFERRERS = 200;

/**
 * Friends who are handed in while ten referrers do so at a time: into a club that has few former leads, and into one
 * with a million against which each is matched, by turns in two databases of one server.
 */
export async function measureReferrals({ databases, quick }: Bench): Promise<Figure[]> {
  const former = quick ? 50_000 : 1_000_000;
  const batch = quick ? 200 : 1_000;
  const small = await databases.create("bench_referrals_few");
  const large = await databases.create("bench_referrals_many");
  await fill(small, 1_000);
  await fill(large, former);
  const { few, many } = await byTurns(
    {
      few: () => onDatabase(small, () => handIn(batch)),
      many: () => onDatabase(large, () => handIn(batch)),
    },
    quick ? 3 : 5,
  );
  return [
    { what: "friends handed in, 1,000 former leads", value: spread(few), unit: "/s" },
    {
      what: `friends handed in, ${former.toLocaleString("en-US")} former leads`,
      value: spread(many),
      unit: "/s",
      ratio: ratios(many, few, "few"),
      bar: { atLeast: 0.77 },
    },
  ];
}

async function fill(url: string, former: number): Promise<void> {
  await onDatabase(url, async () => {
    await makeClub({ members: 1_000, orders: 0 });
    for (const personId of await referrers()) await becomeReferrer(db(), personId);
    await db().$executeRaw`
      insert into lead (token, referrer_id, friend_name, friend_phone, phone_hash, locale, source,
        consented_at, ended, holds_until, friend_code, request_key, created_at)
      select 'former-' || n, (select min(person_id) from referrer), 'Former', '+8613000000000',
        sha256(n::text::bytea), 'zh-CN', 'form', now(), 'lost', now() - interval '1 day', '0000',
        'former-' || n, now() - make_interval(hours => n % 20000)
      from generate_series(1, ${former}) as n`;
    await db().$executeRaw`analyze lead`;
  });
}

async function referrers(): Promise<number[]> {
  const members = await db().member.findMany({
    take: REFERRERS,
    orderBy: { id: "asc" },
    select: { personId: true },
  });
  return members.map(({ personId }) => personId);
}

/** @returns leads a second. */
async function handIn(count: number): Promise<number> {
  const people = await referrers();
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let n = next++; n < count; n = next++) {
        const answer = await handInLead(aLead(people[n % people.length] as number));
        // Two random numbers may be one.
        if (!answer.ok && answer.refusal !== "already-yours" && answer.refusal !== "known") {
          throw new Error(`A lead was refused: ${answer.refusal}`);
        }
      }
    }),
  );
  return count / ((performance.now() - started) / 1000);
}

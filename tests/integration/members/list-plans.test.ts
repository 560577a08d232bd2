import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { filterContext } from "#app/modules/members/list-members.server.ts";
import { countCandidates, loadCandidates } from "#app/modules/members/member-candidates.server.ts";
import { readMemberFilter } from "#app/modules/members/member-filter.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();

beforeAll(async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // Twelve thousand members, of whom one in ten is gold and few owe points.
  await client.query(`
    insert into person(id, name, email)
      select n, chr(30000 + n % 5000) || chr(36000 + n / 5000),
        case when n % 1000 > 0 then 'p' || n || '@marque.test' end
      from generate_series(1, 12000) n;
    select ledger.open_accounts(array(select 'member:' || n from generate_series(1, 12000) n));
    insert into member(id, person_id, number, programme, account_id, joined_on, card_token, birth_month, birth_day)
      select id, id, 'M9' || lpad(id::text, 7, '0'), case when id % 1200 = 0 then 'fleet' else 'home' end,
        (select account.id from ledger.account where owner = 'member:' || person.id),
        date '2016-01-01' + id % 3650, 'crowd-member-' || id,
        case when id % 400 = 0 then 1 + id % 12 end, case when id % 400 = 0 then 1 end
      from person;
    insert into tier_period(member_id, tier, starts_at, ends_at, cause)
      select id, 'gold', now() - interval '200 days', now() + make_interval(days => id % 360), 'dues'
      from member where id % 10 = 0;
    insert into car(id, plate, model)
      select id, '粤B' || upper(substr(md5(id::text), 20, 5)),
        case when id % 4000 = 0 then 'Rarity ' || id else 'ES200' end from member;
    insert into car_holding(car_id, member_id, starts_at) select id, id, '2024-01-01' from member;
    analyze`);
  await client.end();
  const indebted = await db().member.findMany({ where: { id: { in: [3000, 6000, 9000, 12000] } } });
  for (const { accountId } of indebted) await oweFivePoints(Number(accountId));
});

/** Spends an award that is then taken back. */
async function oweFivePoints(accountId: number): Promise<void> {
  const meta = { for: "adjustment", reason: "a debt", by: 1 } as const;
  const entry = { accountId, points: 5, meta };
  const key = String(accountId);
  const award = await earnPoints(db(), {
    ...entry,
    scope: "test-award",
    key,
    availableAt: new Date(0),
    lapsesAt: null,
    effectiveAt: new Date(0),
  });
  await spendPoints(db(), { ...entry, scope: "test-spend", key });
  await reverseEntry(db(), { scope: "test-reverse", key, entryId: award.entryId, meta });
}

test.each([
  ["", ["member_joined_on_id_idx"]],
  ["sort=number", []],
  ["sort=name", ["person_name_order"]],
  ["tier=gold", []],
  ["tier=gold&sort=name", []],
  ["joinedFrom=2024-01-05&joinedTo=2024-01-06", ["member_joined_on_id_idx"]],
  ["email=without", ["person_without_email"]],
  ["debt=yes", ["account_in_debt"]],
  ["programme=fleet", ["member_programme"]],
  ["birthday=9", ["member_birth_month"]],
  ["model=rarity", ["car_model_grams"]],
  ["model=no such model", ["car_model_grams"]],
])("a page of ?%s is read by indexes, never from the whole of a table", async (query, indexes) => {
  const context = await filterContext();
  const filter = readMemberFilter(new URLSearchParams(query));
  const before = await reads();
  await db().$transaction(async (transaction) => {
    await loadCandidates(transaction, filter, context, { after: null, limit: 51 });
    await transaction.$executeRaw`select pg_stat_force_next_flush()`;
  });
  const after = await reads();
  const used = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(used).toEqual(expect.arrayContaining(indexes));
  expect(used.filter((name) => name.endsWith("read whole"))).toEqual([]);
});

test("counting stops where it was told to", async () => {
  const context = await filterContext();
  const everybody = readMemberFilter(new URLSearchParams());
  expect(await countCandidates(db(), everybody, context, 10_001)).toBe(10_001);
  const rare = readMemberFilter(new URLSearchParams("programme=fleet"));
  expect(await countCandidates(db(), rare, context, 10_001)).toBe(10);
});

/** How often each index was used and each large table read whole, as PostgreSQL counts it. */
async function reads(): Promise<Record<string, number>> {
  const rows = await db().$queryRaw<{ name: string; times: number }[]>`
    select indexrelname::text as name, idx_scan::float8 as times from pg_stat_user_indexes
    union all
    select relname || ' read whole', seq_scan::float8 from pg_stat_user_tables
    where relname in ('person', 'member', 'car', 'car_holding', 'account')`;
  return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
}

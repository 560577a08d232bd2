import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { searchMembers } from "#app/modules/members/search-members.server.ts";
import { readSearch } from "#app/modules/members/search-terms.ts";
import { soundNames, sweepNameSounds } from "#app/modules/person/sound-names.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();

const search = (typed: string) => searchMembers(db(), readSearch(typed), { showContact: true });

beforeAll(async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // Which plans there are must not depend on what PostgreSQL has tidied by itself meanwhile.
  await client.query(`
    alter table person set (autovacuum_enabled = off);
    alter table member set (autovacuum_enabled = off);
    alter table car set (autovacuum_enabled = off);
    alter table car_holding set (autovacuum_enabled = off)`);
  // Four people to look for, among twenty thousand whom no search below means.
  await client.query(`
    insert into person(id, name, email, phone, closed_at) values
      (1, '欧阳建国', 'ouyang@marque.test', '+8618806480894', null),
      (2, '王 建', 'percent%sign@marque.test', '+8613900000002', null),
      (3, 'Siobhán O''Brien-Müller', 'under_score@marque.test', '+353861234567', null),
      (4, '欧阳离', 'gone@marque.test', '+8613900000004', now()),
      (5, '热合曼‧艾山', 'rehman@marque.test', null, null),
      (6, 'José Núñez', 'jose@marque.test', null, null),
      (7, 'Łukasz Groß', 'lukasz@marque.test', null, null),
      (8, '单田芳', 'shan@marque.test', null, null),
      (9, '吕布韦', 'lv@marque.test', null, null);
    insert into member(id, person_id, number, programme, account_id, joined_on, card_token) values
      (1, 1, 'M00010009', 'home', 1, '2024-01-01', 'q8Kx_2-LmZr0TbV4nW7cYa'),
      (2, 2, 'M00010017', 'home', 2, '2024-01-01', 'token-of-the-second-one'),
      (3, 3, 'M00010025', 'home', 3, '2024-01-01', 'token-of-the-third-one-'),
      (4, 4, 'M00010033', 'home', 4, '2024-01-01', 'token-of-the-closed-one'),
      (5, 5, 'M00010041', 'home', 5, '2024-01-01', 'token-of-the-fifth-one-'),
      (6, 6, 'M00010058', 'home', 6, '2024-01-01', 'token-of-the-sixth-one-'),
      (7, 7, 'M00010066', 'home', 7, '2024-01-01', 'token-of-the-seventh-on'),
      (8, 8, 'M00010074', 'home', 8, '2024-01-01', 'token-of-the-eighth-one'),
      (9, 9, 'M00010082', 'home', 9, '2024-01-01', 'token-of-the-ninth-one-');
    insert into car(id, vin, plate) values
      (1, 'WBAD25UT0J3095119', '鄂GD39099'), (2, null, '湘AXTLVV'), (3, null, '沪HF23667');
    insert into car_holding(car_id, member_id, starts_at, ends_at) values
      (1, 1, '2024-01-01', null), (2, 2, '2024-01-01', null),
      (3, 1, '2020-01-01', '2024-01-01'), (3, 2, '2024-01-01', null);
    insert into tier_period(member_id, tier, starts_at, ends_at, cause) values
      (1, 'gold', now() - interval '1 day', now() + interval '1 day', 'granted'),
      (2, 'gold', now() - interval '2 days', now() - interval '1 day', 'granted');
    insert into person(id, name, email, phone)
      select n, '陈' || chr(30000 + n % 5000) || chr(36000 + n / 5000),
             'p' || n || '@marque.test', '+86137' || lpad((n % 10000)::text, 8, '5')
      from generate_series(100, 20099) n;
    insert into member(id, person_id, number, programme, account_id, joined_on, card_token)
      select id, id, 'M9' || lpad(id::text, 7, '0'), 'home', id, '2024-01-01', 'crowd-member-' || id
      from person where id >= 100;
    insert into car(id, vin, plate)
      select id, 'LSV' || upper(substr(md5(id::text), 1, 14)), '粤B' || upper(substr(md5(id::text), 20, 5))
      from person where id >= 100;
    insert into car_holding(car_id, member_id, starts_at)
      select id, id, '2024-01-01' from person where id >= 100;
    analyze member; analyze car; analyze car_holding`);
  // They were there before names had sounds, as in a club that comes from an older version.
  expect(await sweepNameSounds(db())).toBe(20_009);
  expect(await sweepNameSounds(db())).toBe(0);
  await client.query("vacuum analyze person");
  await client.end();
});

describe("one whole thing names one member", () => {
  test.each([
    ["a member number", "m 0001 0009", "M00010009"],
    ["a card's token", "q8Kx_2-LmZr0TbV4nW7cYa", "M00010009"],
    ["a card's link", "https://club.example/card/q8Kx_2-LmZr0TbV4nW7cYa?s=1", "M00010009"],
    ["a plate in another spelling", "鄂g·d39099", "M00010009"],
    ["a VIN in groups", "wbad25ut0 j309 5119", "M00010009"],
    ["a phone in groups", "188 0648 0894", "M00010009"],
    ["an address in capitals", "OuYang@Marque.TEST", "M00010009"],
    ["a plate goes to whoever holds the car now", "沪HF23667", "M00010017"],
  ])("%s", async (_case, typed, number) => {
    expect((await search(typed)).only).toBe(number);
  });
});

describe("a part lists whom it may mean", () => {
  test.each([
    ["one character of a name", "欧", ["欧阳建国"]],
    ["two characters from its middle", "阳建", ["欧阳建国"]],
    ["characters that two names share", "建", ["欧阳建国", "王 建"]],
    ["a name without the space it is kept with", "王建", ["王 建"]],
    [
      "a foreign name in other letters' case and without its apostrophe",
      "obrien",
      ["Siobhán O'Brien-Müller"],
    ],
    ["a name with its apostrophe", "O'Brien", ["Siobhán O'Brien-Müller"]],
    ["a name with another dot in it", "热合曼·艾山", ["热合曼‧艾山"]],
    ["a name with a katakana dot", "热合曼・艾山", ["热合曼‧艾山"]],
    ["a name with a bullet", "热合曼•艾山", ["热合曼‧艾山"]],
    ["a name without its dot", "曼艾", ["热合曼‧艾山"]],
    ["a name without its accents", "Jose Nunez", ["José Núñez"]],
    ["a part of one", "nunez", ["José Núñez"]],
    ["a name with accents in two pieces", "Jose\u0301", ["José Núñez"]],
    ["letters that have no accent to take off", "lukasz gross", ["Łukasz Groß"]],
    ["the same letters with it", "Groß", ["Łukasz Groß"]],
    ["accents where the name has others", "Siobhan Müller", []],
    ["both names without accents", "siobhan obrien muller", ["Siobhán O'Brien-Müller"]],
    ["a surname by its sound", "ouyang", ["欧阳建国"]],
    ["a given name by its sound", "jianguo", ["欧阳建国"]],
    ["a whole name by its sound", "ouyangjianguo", ["欧阳建国"]],
    ["a whole name in words", "Ouyang Jian'guo", ["欧阳建国"]],
    ["a name the Western way round", "jianguo ouyang", ["欧阳建国"]],
    ["initials", "oyjg", ["欧阳建国"]],
    ["a syllable and initials", "ouyjg", ["欧阳建国"]],
    ["a surname with a reading of its own", "shan tianfang", ["单田芳"]],
    ["the other reading of its character", "dantianfang", ["单田芳"]],
    ["ü as keyboards have it", "lvbu", ["吕布韦"]],
    ["ü as it is written", "lǚ bù", ["吕布韦"]],
    ["ü as passports have it", "lyu bu", ["吕布韦"]],
    ["a Uyghur name by its sound", "rehe man", ["热合曼‧艾山"]],
    ["a sound that nobody has", "xqzj", []],
    ["the end of a phone", "0894", ["欧阳建国"]],
    ["the end of a VIN", "095119", ["欧阳建国"]],
    ["the end of a plate", "XTLVV", ["王 建"]],
    ["the start of an address", "ouy", ["欧阳建国"]],
    ["a per cent sign stands for itself", "percent%", ["王 建"]],
    ["an underscore stands for itself", "under_", ["Siobhán O'Brien-Müller"]],
    ["an underscore is not any letter", "ou_ang", []],
    ["characters in another order are another name", "建阳", []],
    ["an account that was closed is not found", "欧阳离", []],
  ])("%s", async (_case, typed, names) => {
    const answer = await search(typed);
    expect([answer.only, answer.members.map((member) => member.name).sort()]).toEqual([
      null,
      names.sort(),
    ]);
  });
});

test.each([
  ["nothing", ""],
  ["wildcards", "%%%%"],
  ["more wildcards", "____"],
  ["one wildcard", "%"],
  ["one quote", "'"],
  ["an array's brackets", "{}"],
  ["a quote that ends a statement", "'; drop table member; --"],
  ["five hundred characters", "王".repeat(500)],
  ["an emoji", "🚗🚗🚗"],
  ["a NUL", "\u0000"],
  ["half a character", "\ud83d\ud83d"],
  ["a backslash", "\\\\\\"],
])("%s is harmless and finds nobody", async (_case, typed) => {
  expect(await search(typed)).toEqual({ only: null, members: [], more: false });
});

test("a search that means thousands shows twenty and asks for more letters", async () => {
  const answer = await search("陈");
  expect([answer.members.length, answer.more]).toEqual([20, true]);
});

test("a sound that thousands share shows twenty and asks for more letters", async () => {
  const answer = await search("chen");
  expect([answer.members.length, answer.more]).toEqual([20, true]);
  expect(answer.members.every(({ name }) => name.startsWith("陈"))).toBe(true);
});

test("a name that changes is found by how it sounds now", async () => {
  await db().person.update({ where: { id: 2 }, data: { name: "贺 平" } });
  expect((await search("wangjian")).members).toEqual([]);
  await soundNames(db(), [2]);
  expect((await search("heping")).members.map(({ name }) => name)).toEqual(["贺 平"]);
  await db().person.update({ where: { id: 2 }, data: { name: "王 建" } });
  await soundNames(db(), [2]);
});

test("what is listed: the tier by the clock, the cars held now, the phone if it may be seen", async () => {
  expect((await search("建")).members).toEqual([
    {
      number: "M00010009",
      name: "欧阳建国",
      tier: "gold",
      plates: ["鄂GD39099"],
      phone: "+8618806480894",
    },
    {
      number: "M00010017",
      name: "王 建",
      tier: "silver",
      plates: ["沪HF23667", "湘AXTLVV"],
      phone: "+8613900000002",
    },
  ]);
  const masked = await searchMembers(db(), readSearch("欧阳"), { showContact: false });
  expect(masked.members[0]?.phone).toBe("+86 ••• 0894");
});

test.each([
  ["欧", ["person_name_grams"]],
  ["阳建", ["person_name_grams"]],
  ["ouyang", ["person_name_grams", "person_name_sounds"]],
  ["jianguo ouyang", ["person_name_sounds"]],
  ["Brien", ["person_name_grams", "person_email_start", "car_vin_end", "car_plate_end"]],
  ["鄂GD39099", ["person_name_grams", "car_plate_idx"]],
  ["095119", ["car_vin_end", "car_plate_end", "person_phone_end"]],
])("%s is looked up by indexes, never by reading the whole of a table", async (typed, indexes) => {
  const used = await db().$transaction(async (transaction) => {
    await searchMembers(transaction, readSearch(typed), { showContact: true });
    return readIn(transaction);
  });
  expect(used).toEqual(expect.arrayContaining(indexes));
  expect(used.filter((name) => name.endsWith("read whole"))).toEqual([]);
});

/** The indexes that a transaction has used, and the large tables that it has read whole, as PostgreSQL counts it. */
async function readIn(transaction: Db): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ name: string }[]>`
    select indexrelname::text as name from pg_stat_user_indexes
    where pg_stat_get_xact_numscans(indexrelid) > 0
    union all
    select relname || ' read whole' from pg_stat_xact_user_tables
    where seq_scan > 0 and relname in ('person', 'member', 'car')`;
  return rows.map(({ name }) => name);
}

import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exportMemberList } from "#app/modules/members/export-member-list.server.ts";
import { readMemberFilter } from "#app/modules/members/member-filter.ts";
import { memberNumberOf } from "#app/modules/person/member-number.ts";
import { readName } from "#app/modules/person/name.ts";
import { exportMembers } from "#app/modules/roster/export-members.server.ts";
import { db } from "#app/platform/db.server.ts";
import { recordSplitter } from "#app/platform/table-records.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { testDatabase } from "../../support/database.ts";
import { bringRoll } from "../../support/imports.ts";

testDatabase();

const HEADER =
  "member_number,name,phone,email,tier,card_programme,joined_on,tier_since,tier_until,vin,plate,model,opening_points,opening_lapses_on,opening_points_2,opening_lapses_on_2";

/** Cells as a file of ours has them, put into a roster just as they stand. */
const rollOf = (members: { number: string; name: string; phone: string; email: string }[]) =>
  Buffer.from(
    `${HEADER}\r\n${stringify(
      members.map(({ number, name, phone, email }) => [
        ...[number, name, phone, email, "silver", "home", "2024-01-10", "2024-01-10"],
        ...Array<string>(8).fill(""),
      ]),
      { quoted: true, record_delimiter: "windows" },
    )}`,
  );

async function cellsOf(file: AsyncIterable<string>): Promise<string[][]> {
  const splitter = recordSplitter(",");
  const records = [];
  for await (const text of file) records.push(...splitter.push(text));
  return [...records, ...splitter.finish()].slice(1).map(({ cells }) => cells);
}

const contacts = () =>
  db().person.findMany({
    where: { member: { isNot: null } },
    orderBy: { id: "asc" },
    select: { name: true, phone: true, email: true },
  });

const NAMES = [
  "=1+1",
  "+86",
  "-5",
  "@home",
  "''=1+1",
  "'Ofa O'Neil",
  "O'Brien",
  "007",
  'Joe "Doc" Lee',
  "a,b;c",
  "José Núñez",
  "热合曼‧艾山",
  "𠮷野",
];

test("our own export, brought back in, changes nothing", async () => {
  const made = fc.sample(
    fc.string({ unit: fc.constantFrom(..."'\"=+-@,; aÑ李1＝‧"), minLength: 1, maxLength: 9 }),
    { numRuns: 300, seed: 8 },
  );
  const names = [...NAMES, ...made].flatMap((name) => readName(name) ?? []);
  // What is typed with an apostrophe of its own in front of a formula has two.
  const kept = NAMES.map((name) => name.replace(/^''/, "'"));
  expect(names.slice(0, NAMES.length)).toEqual(kept);
  const first = names.map((name, at) => ({
    number: memberNumberOf(5_000 + at),
    // As it is typed into a roster by hand that a spreadsheet must not run.
    name: /^'*[=+\-@]/.test(name) ? `'${name}` : name,
    phone: ["+85291234567", "13800010001", "+447700900124", ""][at % 4] as string,
    email: at % 3 === 0 ? "" : `${["o&leary", "o'neil", "=x"][at % 3]}${at}@example.com`,
  }));
  expect(await bringRoll(rollOf(first))).toMatchObject({
    counts: { outcomes: { new: names.length, rejected: 0 } },
  });
  const before = await contacts();
  expect(before.map(({ name }) => name)).toEqual(names);

  const t = translator("en");
  const list = await cellsOf(exportMemberList(readMemberFilter(new URLSearchParams()), t));
  const again = list.map(([number = "", name = "", phone = "", email = ""]) => ({
    number,
    name,
    phone,
    email,
  }));
  expect(again).toHaveLength(names.length);
  expect(await bringRoll(rollOf(again))).toMatchObject({
    counts: { outcomes: { unchanged: names.length, corrected: 0, rejected: 0 } },
  });

  const members = await cellsOf(exportMembers());
  const fromCommand = members.map(([number = "", name = "", email = ""]) => {
    return { number, name, phone: "", email };
  });
  expect(await bringRoll(rollOf(fromCommand))).toMatchObject({
    counts: { outcomes: { unchanged: names.length, corrected: 0, rejected: 0 } },
  });
  expect(await contacts()).toEqual(before);
});

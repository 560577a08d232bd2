import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readPhone } from "#app/modules/person/phone.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

test("phones on file that nobody could ring are mended, and others stay as they are", async () => {
  const stored: [before: string | null, after: string | null][] = [
    ["+4407700900124", "+447700900124"],
    ["+49017112345678", "+4917112345678"],
    ["+8860912345678", "+886912345678"],
    ["+85285291234567", "+85291234567"],
    ["+656591234567", "+6591234567"],
    ["+390669812345", "+390669812345"],
    ["+8613800010001", "+8613800010001"],
    ["+85291234567", "+85291234567"],
    ["+12025550143", "+12025550143"],
    [null, null],
  ];
  const people = await Promise.all(stored.map(() => aPerson()));
  for (const [at, [phone]] of stored.entries()) {
    await db().person.update({ where: { id: people[at]?.id }, data: { phone } });
  }
  const folder = "prisma/migrations/20261128233000_phones_that_can_be_rung";
  const statements = (await readFile(`${folder}/migration.sql`, "utf8")).split(/;\s*$/m);
  for (const statement of statements) {
    if (statement.includes("UPDATE")) await db().$executeRawUnsafe(statement);
  }
  for (const [at, [before, after]] of stored.entries()) {
    const { phone } = await db().person.findUniqueOrThrow({ where: { id: people[at]?.id } });
    expect(phone, String(before)).toBe(after);
    if (phone) expect(readPhone(phone)).toBe(phone);
  }
});

import { expect, test } from "vitest";
import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { READER, type Reader } from "#app/modules/person/reader.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPerson } from "../../support/people.ts";

testDatabase();

const aReader = async (wanted: Parameters<typeof aPerson>[0] = {}): Promise<Reader> => {
  const { id } = await aPerson(wanted);
  return db().person.findUniqueOrThrow({ where: { id }, select: READER });
};

test("a letter goes to whom it is for, by name and in their language", async () => {
  const reader = await aReader({ locale: "zh-CN" });

  const id = await writeLetterTo(db(), reader, { template: "closing-kept", props: {} });

  expect(await db().mail.findUnique({ where: { id: id as number } })).toMatchObject({
    personId: reader.id,
    recipient: reader.email,
    template: "closing-kept",
    locale: "zh-CN",
    props: { name: reader.name },
  });
});

test("of two letters under one key the second is not written", async () => {
  const reader = await aReader();
  const letter = { template: "closing-kept", props: {}, dedupKey: `kept:${reader.id}` } as const;

  expect(await writeLetterTo(db(), reader, letter)).not.toBeNull();
  expect(await writeLetterTo(db(), reader, letter)).toBeNull();
});

test("nothing is written to somebody who has no address, or has left", async () => {
  const reader = await aReader();
  const gone = await aReader({ closed: true });
  const letter = { template: "closing-kept", props: {} } as const;

  expect(await writeLetterTo(db(), { ...reader, email: null }, letter)).toBeNull();
  expect(await writeLetterTo(db(), gone, letter)).toBeNull();
  expect(await db().mail.count({ where: { personId: { in: [reader.id, gone.id] } } })).toBe(0);
});

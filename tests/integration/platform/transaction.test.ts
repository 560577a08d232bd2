import { expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import {
  inRetriedTransaction,
  inRolledBackTransaction,
  inTransaction,
  type Work,
} from "#app/platform/transaction.server.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

type Answer = { ok: true; id: number } | { ok: false; refusal: "full" };

const adding =
  (name: string, isFull: boolean): Work<Answer> =>
  async (tx, rollBack) => {
    const { id } = await tx.store.create({ data: { name } });
    if (isFull) rollBack({ ok: false, refusal: "full" });
    return { ok: true, id };
  };

const stores = (name: string) => db().store.count({ where: { name } });

test.each([
  ["once", inTransaction],
  ["that is done again", inRetriedTransaction],
])("a transaction %s answers what it is rolled back with, and keeps nothing", async (way, run) => {
  expect(await run(adding(`Full ${way}`, true))).toEqual({ ok: false, refusal: "full" });
  expect(await stores(`Full ${way}`)).toBe(0);

  expect(await run(adding(`Free ${way}`, false))).toMatchObject({ ok: true });
  expect(await stores(`Free ${way}`)).toBe(1);
});

test("a trial answers what it would have done", async () => {
  expect(
    await inRolledBackTransaction((tx) => tx.store.create({ data: { name: "Trial" } })),
  ).toMatchObject({ name: "Trial" });
  expect(await stores("Trial")).toBe(0);
});

test("what goes wrong in a transaction is thrown, not answered", async () => {
  const work = inTransaction(async (tx) => {
    await tx.store.create({ data: { name: "Broken" } });
    throw new RangeError("broken");
  });
  await expect(work).rejects.toThrow(RangeError);
  expect(await stores("Broken")).toBe(0);
});

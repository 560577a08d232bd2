import { expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import {
  allPoints,
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  expectSoundBooks,
  type OrderFileRow,
} from "../../support/imports.ts";
import { type Random, randomFrom } from "../../support/random.ts";
import { takeBack, undoneRows } from "../../support/reversals.ts";
import { sized } from "../../support/test-size.ts";

// Imports and reversals in any order, against a model that knows no database: of each order the rows that
// still count, in the order in which they came, and the rule of order-outcomes.md over them.

freshDatabase();

const owner = "M00010009";
const numbers = ["RO1", "RO2", "RO3", "RO4"];

type Said = {
  importId: number;
  number: string;
  kind: "order" | "correction" | "cancel";
  paid: number;
};

/**
 * What an order's owner has of it: by the latest row of the highest rank, less what has gone back; nothing once a
 * whole of it was cancelled.
 */
function earned(said: readonly Said[]): number {
  const first = new Map<string, Said>();
  for (const row of said) {
    const key = `${row.kind} ${row.paid}`;
    if (!first.has(key)) first.set(key, row);
  }
  const rows = [...first.values()];
  const [back, paid] = [true, false].map((is) =>
    rows.filter(({ kind }) => (kind === "cancel") === is),
  );
  const wholes = new Set(paid?.map((row) => row.paid));
  if (back?.some((row) => wholes.has(row.paid))) return 0;
  const standing =
    rows.findLast(({ kind }) => kind === "correction") ??
    rows.findLast(({ kind }) => kind === "order");
  const left = (standing?.paid ?? 0) - (back ?? []).reduce((sum, row) => sum + row.paid, 0);
  return Math.max(0, Math.floor(left / 10));
}

function aRow(random: Random): OrderFileRow & { said: Omit<Said, "importId"> } {
  const number = random.pick(numbers);
  const kind = random.pick(["order", "order", "correction", "cancel"] as const);
  const paid = random.pick([10, 20, 30, 50, 110]);
  const remark = { order: "", correction: "更正", cancel: `红冲 ${number}` }[kind];
  return {
    number,
    paid: kind === "cancel" ? -paid : paid,
    remark,
    said: { number, kind, paid },
  };
}

const seeds = Array.from({ length: sized({ full: 4, quick: 2 }) }, (_, n) => n + 1);

test.each(seeds)(
  "whatever comes in and is taken back, what is left is what was said (%i)",
  async (seed) => {
    const random = randomFrom(seed);
    await bringRoll(aRoll({}), { options: { asOf: "2026-01-01" } });
    let said: Said[] = [];
    let imports: number[] = [];
    for (let step = 0; step < 14; step++) {
      if (imports.length === 0 || random.int(1, 3) > 1) {
        const rows = Array.from({ length: random.int(1, 4) }, () => aRow(random));
        const { importId } = await bringOrders(anExport(...rows));
        imports.push(importId);
        said.push(...rows.map((row) => ({ importId, ...row.said })));
      } else {
        const importId = random.pick(imports);
        imports = imports.filter((each) => each !== importId);
        await takeBack(importId);
        const kept = await keptNumbers(importId);
        said = said.filter((row) => row.importId !== importId || kept.has(row.number));
      }
      const expected = numbers.reduce(
        (sum, number) => sum + earned(said.filter((row) => row.number === number)),
        0,
      );
      const points = (await allPoints())[owner];
      expect({ step, ...points }).toEqual({
        step,
        available: expected,
        pending: 0,
        status: expected,
      });
      const held = await db().serviceOrder.count();
      expect(held).toBe(new Set(said.map(({ number }) => number)).size);
    }
    await expectSoundBooks();
  },
  120_000,
);

async function keptNumbers(importId: number): Promise<Set<string>> {
  const undone = await undoneRows(importId);
  const rows = await db().importRow.findMany({ where: { importId } });
  return new Set(
    rows.flatMap(({ rowNumber, subject }) =>
      undone[rowNumber]?.outcome === "kept" ? [subject.split(" ").at(-1) as string] : [],
    ),
  );
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { verifyStock } from "#app/modules/stock/verify-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aDraft, aKeeper, drafted, visitors } from "../../support/draws.ts";
import { aGift, shelvesOf } from "../../support/gifts.ts";

const database = testDatabase();
const DRAWS = 12;
const PRIZES = 2;

/** Runs the process until it has done so many steps, and a moment longer. */
async function killedAfter(args: number[], steps: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/support/draw-process.ts", ...args.map(String)],
    {
      cwd: projectRoot(),
      env: { ...process.env, DATABASE_URL: database.url },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  let done = 0;
  child.stdout.on("data", (text: Buffer) => {
    done += text.length;
    if (done >= steps) void sleep(Math.random() * 15).then(() => child.kill("SIGKILL"));
  });
  await once(child, "close");
}

test("a process killed at any moment leaves draws frozen or not, drawn or not, and nothing between", async () => {
  await ensureClub(db());
  await visitors(3);
  const gift = await aGift({ pieces: DRAWS * PRIZES });
  const prizes = [{ title: { en: "", zh: "" }, count: PRIZES, variantId: gift.variantId }];
  const draws: number[] = [];
  for (let each = 0; each < DRAWS; each++) draws.push(await drafted(aDraft({ prizes })));
  const args = [(await aKeeper()).by, (await aKeeper()).by, ...draws];
  for (const steps of [1, 2, 5, 11, Number.POSITIVE_INFINITY]) {
    await killedAfter(args, steps);
    const handed = await wholeDraws(draws);
    const { onHand } = await shelvesOf(gift.itemId);
    expect(onHand).toBe(DRAWS * PRIZES - handed);
    expect(await verifyStock(db())).toEqual([]);
  }
  expect(await shelvesOf(gift.itemId)).toEqual({ onHand: 0, reserved: 0 });
}, 180_000);

/** How many prizes of some draws were handed over; each of the draws is whole. */
async function wholeDraws(ids: number[]): Promise<number> {
  const draws = await db().draw.findMany({
    where: { id: { in: ids } },
    include: { entries: true, pieces: true, wins: true },
  });
  for (const { state, entries, pieces, wins, seed } of draws) {
    const isFrozen = state !== "draft";
    expect([entries.length, pieces.length]).toEqual(isFrozen ? [3, PRIZES] : [0, 0]);
    expect([wins.length, seed !== null]).toEqual(state === "drawn" ? [PRIZES, true] : [0, false]);
  }
  return draws.flatMap(({ wins }) => wins).filter(({ state }) => state === "handed-over").length;
}

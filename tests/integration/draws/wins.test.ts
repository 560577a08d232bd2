import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { checkDraw } from "#app/modules/draws/check-draw.ts";
import { loadKeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { loadPaper, loadPublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { loadSlips } from "#app/modules/draws/load-slips.server.ts";
import { loadStage } from "#app/modules/draws/load-stage.server.ts";
import { eraseEntries, loadOwnDraws, nameWinner } from "#app/modules/draws/own-draws.server.ts";
import { pickByHand } from "#app/modules/draws/pick-by-hand.server.ts";
import { handOverPrize, passPrizeOn } from "#app/modules/draws/settle-win.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aDraft,
  aKeeper,
  aVisit,
  BY_HAND,
  drafted,
  drawnDraw,
  frozenDraw,
  VALUE_DUE,
  winsOf,
} from "../../support/draws.ts";
import { aMember } from "../../support/people.ts";

testDatabase();

/** The last day on which a prize is kept is over in Shanghai. */
const AFTER = new Date("2027-01-15T16:00:00Z");
const members: Awaited<ReturnType<typeof aMember>>[] = [];
beforeAll(async () => {
  await ensureClub(db());
  for (let each = 0; each < 4; each++) {
    const member = await aMember();
    members.push(member);
    await aVisit(member.memberId);
  }
});

const checked = async (drawId: number) => {
  const { slug } = await db().draw.findUniqueOrThrow({ where: { id: drawId } });
  const page = await loadPublicDraw(db(), slug);
  const paper = await loadPaper(db(), slug);
  if (!page?.published || !paper) throw new Error("The draw has not been drawn.");
  return checkDraw(paper, page.published).isRight;
};

describe("a prize that its winner does not take", () => {
  test("goes to the next of the same order, and the page stays right", async () => {
    const drawId = await drawnDraw();
    const keeper = await aKeeper();
    const [first, second] = await winsOf(drawId);
    const pass = (winId = 0) => passPrizeOn({ drawId, winId, why: "declined" }, keeper, VALUE_DUE);
    const answer = await pass(first?.id);
    const [, , third] = await winsOf(drawId);
    expect(answer).toEqual({ ok: true, next: third?.entry.entry });
    const letters = await db().mail.findMany({
      where: {
        template: "draw-won",
        dedupKey: { in: [first, second, third].map((win) => `draw-won:${win?.id}`) },
      },
    });
    expect(letters).toHaveLength(3);
    expect(letters[0]?.props).toMatchObject({ drawEn: "Factory visit", claimBy: "2027-01-15" });
    expect(third).toMatchObject({ position: 3, piece: 1, prizeId: first?.prizeId, state: "won" });
    expect(await checked(drawId)).toBe(true);
    expect(await pass(first?.id)).toEqual({ ok: false, refusal: "settled" });
    expect(await pass(third?.id)).toMatchObject({ ok: true });
    expect(await pass(second?.id)).toEqual({ ok: true, next: null });
    expect(await checked(drawId)).toBe(true);
    expect((await winsOf(drawId)).map(({ piece }) => piece)).toEqual([1, 2, 1, 1]);
  });

  test("of two admins who pass it on at once, one does", async () => {
    const drawId = await drawnDraw();
    const [win] = await winsOf(drawId);
    const keepers = [await aKeeper(), await aKeeper()];
    const answers = await Promise.all(
      keepers.map((keeper) =>
        passPrizeOn({ drawId, winId: win?.id ?? 0, why: "declined" }, keeper, VALUE_DUE),
      ),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await winsOf(drawId)).toHaveLength(3);
  });

  test("is kept until its last day is over", async () => {
    const drawId = await drawnDraw();
    const winId = (await winsOf(drawId))[0]?.id ?? 0;
    const pass = async (now: Date) =>
      passPrizeOn({ drawId, winId, why: "unclaimed" }, await aKeeper(), now);
    expect(await pass(new Date(AFTER.getTime() - 1))).toEqual({ ok: false, refusal: "still-kept" });
    expect(await pass(AFTER)).toMatchObject({ ok: true });
  });

  test("is lost by not being there only where one has to be there", async () => {
    const keeper = await aKeeper();
    const away = async (drawId: number) => {
      const winId = (await winsOf(drawId))[0]?.id ?? 0;
      return passPrizeOn({ drawId, winId, why: "not-there" }, keeper, VALUE_DUE);
    };
    expect(await away(await drawnDraw())).toEqual({ ok: false, refusal: "need-not-be-there" });
    expect(await away(await drawnDraw(aDraft({ mustBePresent: true })))).toMatchObject({
      ok: true,
    });
  });

  test("is nobody's once it is handed over, and handing over again changes nothing", async () => {
    const drawId = await drawnDraw();
    const [first, second] = await winsOf(drawId);
    const keeper = await aKeeper();
    const handed = (winId = 0, of = drawId) => handOverPrize({ drawId: of, winId }, keeper);
    expect([await handed(first?.id), await handed(first?.id)]).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(
      await db().auditEntry.count({
        where: { action: "draw.handed-over", subject: `draw:${drawId}` },
      }),
    ).toBe(1);
    const pass = { drawId, winId: first?.id ?? 0, why: "declined" } as const;
    expect(await passPrizeOn(pass, keeper)).toEqual({ ok: false, refusal: "settled" });
    await passPrizeOn({ ...pass, winId: second?.id ?? 0 }, keeper);
    expect(await handed(second?.id)).toEqual({ ok: false, refusal: "settled" });
    expect(await handed(first?.id, 999_999)).toEqual({ ok: false, refusal: "settled" });
  });
});

describe("a draw by hand", () => {
  const byHand = () => frozenDraw(aDraft(BY_HAND));
  const entriesOf = async (drawId: number) =>
    (await db().drawEntry.findMany({ where: { drawId }, orderBy: { id: "asc" } })).map(
      ({ entry }) => entry,
    );

  test("writes down who was picked, and is shown as picked", async () => {
    const drawId = await byHand();
    const keeper = await aKeeper();
    const [first = "", second = "", third = ""] = await entriesOf(drawId);
    const pick = (entry: string) => pickByHand({ drawId, entry }, keeper, VALUE_DUE);
    expect(await pick("00000000")).toEqual({ ok: false, refusal: "no-such-entry" });
    expect(await pick(first)).toEqual({ ok: true, piece: 1 });
    expect(await pick(first)).toEqual({ ok: false, refusal: "picked-before" });
    expect(await pick(second)).toEqual({ ok: true, piece: 2 });
    expect(await pick(third)).toEqual({ ok: false, refusal: "all-given" });
    const { slug } = await db().draw.findUniqueOrThrow({ where: { id: drawId } });
    const page = await loadPublicDraw(db(), slug);
    expect(page).toMatchObject({
      method: "by-hand",
      state: "drawn",
      published: null,
      commitment: null,
    });
    const [win] = await winsOf(drawId);
    expect(await passPrizeOn({ drawId, winId: win?.id ?? 0, why: "declined" }, keeper)).toEqual({
      ok: true,
      next: null,
    });
    expect(await pick(third)).toEqual({ ok: true, piece: 1 });
  });

  test("has a slip for each number of its list, and none while the list is open", async () => {
    const drawId = await byHand();
    const numbers = (await entriesOf(drawId)).sort();
    const slips = await loadSlips(db(), drawId, "");
    expect(slips).toMatchObject({ entries: numbers, next: null });
    expect((await loadSlips(db(), drawId, numbers[0] ?? ""))?.entries).toEqual(numbers.slice(1));
    expect(await loadSlips(db(), await drafted(), "")).toBeNull();
  });

  test("lets a household win once, and is none that is computed", async () => {
    const [one, other] = members;
    await db().person.updateMany({
      where: { id: { in: [one?.id ?? 0, other?.id ?? 0] } },
      data: { phone: "+8613800001234" },
    });
    const drawId = await byHand();
    const keeper = await aKeeper();
    const mine = await db().drawEntry.findMany({
      where: { drawId, memberId: { in: [one?.memberId ?? 0, other?.memberId ?? 0] } },
    });
    expect(new Set(mine.map(({ household }) => household)).size).toBe(1);
    const pick = (entry = "") => pickByHand({ drawId, entry }, keeper);
    expect(await pick(mine[0]?.entry)).toMatchObject({ ok: true });
    expect(await pick(mine[1]?.entry)).toEqual({ ok: false, refusal: "household" });
    await db().person.updateMany({ where: { phone: "+8613800001234" }, data: { phone: null } });
    const computed = await frozenDraw();
    const [entry = ""] = await entriesOf(computed);
    expect(await pickByHand({ drawId: computed, entry }, keeper)).toMatchObject({ ok: false });
  });
});

describe("who is who", () => {
  test("entrants see their own number and what they won, and nothing of others", async () => {
    const drawId = await drawnDraw();
    const wins = await winsOf(drawId);
    const won = new Map(wins.map(({ entry }) => [entry.memberId, entry.entry]));
    for (const { memberId } of members) {
      const own = await loadOwnDraws(db(), memberId);
      const entry = own.find(({ win, draw }) => draw.state === "drawn" && win !== null);
      const here = own.filter(({ entry: number }) => number === won.get(memberId));
      expect(here).toHaveLength(won.has(memberId) ? 1 : 0);
      if (won.has(memberId)) expect(entry?.win).toMatchObject({ state: "won", named: false });
    }
  });

  test("a winner is named on the page and the stage when they say so, and nobody says it for them", async () => {
    const drawId = await drawnDraw();
    const { slug } = await db().draw.findUniqueOrThrow({ where: { id: drawId } });
    const [win] = await winsOf(drawId);
    const winner = members.find(({ memberId }) => memberId === win?.entry.memberId);
    const another = members.find(({ memberId }) => memberId !== win?.entry.memberId);
    const name = (memberId = 0, named = true) =>
      nameWinner({ winId: win?.id ?? 0, memberId, named });
    const shown = async () => [
      (await loadPublicDraw(db(), slug))?.wins[0]?.name,
      (await loadStage(db(), drawId))?.wins[0]?.name,
    ];
    expect(await name(another?.memberId)).toBe(false);
    expect(await shown()).toEqual([null, null]);
    expect(await name(winner?.memberId)).toBe(true);
    expect(await shown()).toEqual([winner?.name, winner?.name]);
    await name(winner?.memberId, false);
    expect(await shown()).toEqual([null, null]);
  });

  test("who leaves is a number that nobody has, and the draw stays right", async () => {
    const drawId = await drawnDraw();
    const [win] = await winsOf(drawId);
    const memberId = win?.entry.memberId ?? 0;
    await nameWinner({ winId: win?.id ?? 0, memberId, named: true });
    await eraseEntries(db(), memberId);
    expect(await loadOwnDraws(db(), memberId)).toEqual([]);
    expect(await checked(drawId)).toBe(true);
    const kept = await loadKeptDraw(db(), drawId, 0);
    expect(kept?.wins[0]).toMatchObject({ name: null, memberNumber: null });
    const keeper = await aKeeper();
    const left = (winId = 0) => passPrizeOn({ drawId, winId, why: "left" }, keeper);
    const [, stays] = await winsOf(drawId);
    expect(await left(stays?.id)).toEqual({ ok: false, refusal: "still-here" });
    expect(await left(win?.id)).toMatchObject({ ok: true });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { callOffDraw } from "#app/modules/draws/call-off-draw.server.ts";
import { checkDraw } from "#app/modules/draws/check-draw.ts";
import { changeDraw, discardDraw } from "#app/modules/draws/keep-draw.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { recompute } from "../../support/draw-stranger.mjs";
import {
  aDraft,
  aKeeper,
  aVisit,
  BEFORE,
  BY_HAND,
  drafted,
  drawnDraw,
  drawPage,
  drawRow,
  frozenDraw,
  VALUE,
  VALUE_DUE,
} from "../../support/draws.ts";
import { aMember } from "../../support/people.ts";

testDatabase();

beforeAll(async () => {
  await ensureClub(db());
  for (let each = 0; each < 5; each++) await aVisit((await aMember()).memberId);
});

describe("the public value", () => {
  test("is read by two, and then everything is told at once", async () => {
    const drawId = await frozenDraw();
    const [first, second] = [await aKeeper(), await aKeeper()];
    const read = (who: typeof first, typed: string, now = VALUE_DUE) =>
      readDrawValue({ drawId, typed }, who, now);
    expect(await read(first, VALUE, new Date(VALUE_DUE.getTime() - 1))).toEqual({
      ok: false,
      refusal: "too-early",
    });
    expect(await read(first, "about 3,800")).toEqual({ ok: false, refusal: "unreadable" });
    expect(await read(first, "3,871.54")).toEqual({ ok: true, outcome: "waits" });
    expect(await read(first, VALUE)).toEqual({ ok: true, outcome: "waits" });
    expect(await read(second, "3871.45")).toEqual({ ok: false, refusal: "differs" });
    expect((await drawRow(drawId)).state).toBe("frozen");
    expect(await read(second, VALUE)).toEqual({ ok: true, outcome: "drawn" });
    const draw = await drawRow(drawId);
    expect(draw).toMatchObject({ state: "drawn", value: VALUE, drawnAt: VALUE_DUE });
    expect(await read(first, "1000.00")).toEqual({ ok: true, outcome: "drawn" });
    expect((await drawRow(drawId)).wins).toEqual(draw.wins);
  });

  test("a first reader who was wrong corrects themselves", async () => {
    const drawId = await frozenDraw();
    const [first, second] = [await aKeeper(), await aKeeper()];
    await readDrawValue({ drawId, typed: "3871.45" }, first, VALUE_DUE);
    expect(await readDrawValue({ drawId, typed: VALUE }, second, VALUE_DUE)).toMatchObject({
      refusal: "differs",
    });
    expect(await readDrawValue({ drawId, typed: VALUE }, first, VALUE_DUE)).toMatchObject({
      outcome: "drawn",
    });
  });

  test("of eight who press at once there is one result", async () => {
    const drawId = await frozenDraw();
    const keepers = await Promise.all(Array.from({ length: 8 }, () => aKeeper()));
    const answers = await Promise.all(
      keepers.map((keeper) => readDrawValue({ drawId, typed: VALUE }, keeper, VALUE_DUE)),
    );
    expect(answers.filter((answer) => answer.ok && answer.outcome === "waits")).toHaveLength(1);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await drawRow(drawId)).wins.map(({ position }) => position)).toEqual([1, 2]);
    expect(
      await db().auditEntry.count({ where: { action: "draw.drawn", subject: `draw:${drawId}` } }),
    ).toBe(1);
  });

  test("is for no draft and no draw by hand", async () => {
    const keeper = await aKeeper();
    const read = (drawId: number) => readDrawValue({ drawId, typed: VALUE }, keeper, VALUE_DUE);
    expect(await read(await drafted())).toMatchObject({ refusal: "not-frozen" });
    const byHand = await frozenDraw(aDraft(BY_HAND));
    expect(await read(byHand)).toMatchObject({ refusal: "no-such-draw" });
  });
});

describe("the result", () => {
  test("is what a visitor's browser and a stranger's program come to", async () => {
    const drawId = await drawnDraw();
    const { page, paper } = await drawPage(drawId);
    if (!page?.published || !paper) throw new Error("The draw has not been drawn.");
    expect(checkDraw(paper, page.published)).toMatchObject({ isRight: true });
    const { seed, value, drawn } = page.published;
    expect(recompute(paper, seed, value, 2)).toEqual(drawn);
    expect(page.wins.map(({ entry }) => entry)).toEqual(drawn);
    expect(page.wins.map(({ name }) => name)).toEqual([null, null]);
  });

  test("with fewer entrants than prizes everybody wins, and the rest stays", async () => {
    const prizes = [{ title: { en: "Key ring", zh: "钥匙扣" }, count: 9, variantId: null }];
    const { wins } = await drawRow(await drawnDraw(aDraft({ prizes })));
    expect(wins.map(({ piece }) => piece)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("calling it off", () => {
  const reason = { en: "The factory is closed.", zh: "工厂停工。" };

  test("is said with a reason that stays, before the value can be known and never after", async () => {
    const keeper = await aKeeper();
    const drawId = await frozenDraw();
    expect(await callOffDraw({ drawId, reason }, keeper, VALUE_DUE)).toEqual({
      ok: false,
      refusal: "too-late",
    });
    expect(await callOffDraw({ drawId, reason }, keeper, BEFORE)).toEqual({ ok: true });
    expect(await callOffDraw({ drawId, reason }, keeper, VALUE_DUE)).toEqual({ ok: true });
    const { page } = await drawPage(drawId);
    expect(page).toMatchObject({
      state: "called-off",
      calledOff: { why: reason },
      published: null,
    });
    expect(await readDrawValue({ drawId, typed: VALUE }, keeper, VALUE_DUE)).toMatchObject({
      refusal: "not-frozen",
    });
  });

  test("is nothing for a draft: that is changed or thrown away", async () => {
    const keeper = await aKeeper();
    const drawId = await drafted();
    expect(await callOffDraw({ drawId, reason }, keeper, BEFORE)).toMatchObject({ ok: false });
    expect(await changeDraw(drawId, aDraft({ mustBePresent: true }))).toBe("changed");
    expect(await discardDraw(drawId, keeper)).toBe(true);
    expect(await discardDraw(drawId, keeper)).toBe(false);
    expect(await db().draw.count({ where: { id: drawId } })).toBe(0);
    const frozen = await frozenDraw();
    expect(await changeDraw(frozen, aDraft())).toBe("not-a-draft");
    expect(await discardDraw(frozen, keeper)).toBe(false);
  });
});

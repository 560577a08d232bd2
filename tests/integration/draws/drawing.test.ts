import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { callOffDraw } from "#app/modules/draws/call-off-draw.server.ts";
import { checkDraw } from "#app/modules/draws/check-draw.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { changeDraw, createDraw, discardDraw } from "#app/modules/draws/keep-draw.server.ts";
import { loadDraws } from "#app/modules/draws/load-draws.server.ts";
import { loadPaper, loadPublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { eraseEntries } from "#app/modules/draws/own-draws.server.ts";
import { readPaper } from "#app/modules/draws/paper.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { recompute } from "../../support/draw-stranger.mjs";
import {
  aDraft,
  aKeeper,
  aVisit,
  BEFORE,
  drafted,
  drawnDraw,
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

/** Until somebody waits for what a transaction holds. */
async function waitsForLock(): Promise<void> {
  for (let look = 0; look < 200; look++) {
    const [row] = await db().$queryRaw<{ waits: boolean }[]>`
      select exists (select from pg_locks join pg_stat_activity using (pid)
        where datname = current_database() and not granted) as waits`;
    if (row?.waits) return;
    await setTimeout(25);
  }
  throw new Error("Nobody waits.");
}

const rowOf = (drawId: number) =>
  db().draw.findUniqueOrThrow({
    where: { id: drawId },
    include: { entries: true, wins: { orderBy: { position: "asc" }, include: { entry: true } } },
  });
const pageOf = async (drawId: number) => {
  const { slug } = await rowOf(drawId);
  return { page: await loadPublicDraw(db(), slug), paper: await loadPaper(db(), slug) };
};

describe("the list", () => {
  test("is closed once, with a promise that its seed is in and cannot be read", async () => {
    const drawId = await frozenDraw();
    const draw = await rowOf(drawId);
    expect(draw).toMatchObject({ state: "frozen", seed: null, value: null, frozenAt: BEFORE });
    expect(draw.entries).toHaveLength(5);
    const paper = readPaper(draw.paper ?? "");
    expect(paper?.entries.map(({ entry }) => entry)).toEqual(
      draw.entries.map(({ entry }) => entry).sort(),
    );
    expect(paper?.how).toMatchObject({ commitment: draw.commitment, due: VALUE_DUE });
    const audit = await db().auditEntry.findFirstOrThrow({
      where: { action: "draw.frozen", subject: `draw:${drawId}` },
    });
    expect(audit.detail).toMatchObject({ entries: 5, fingerprint: draw.fingerprint });
    expect(Buffer.from(draw.sealedSeed ?? []).toString("latin1")).not.toMatch(/[0-9a-f]{64}/);
    expect(await freezeDraw(drawId, await aKeeper(), BEFORE)).toEqual({
      ok: false,
      refusal: "not-a-draft",
    });
  });

  test("of two admins who close it at once, one does", async () => {
    const drawId = await drafted();
    const keepers = [await aKeeper(), await aKeeper()];
    const answers = await Promise.all(keepers.map((keeper) => freezeDraw(drawId, keeper, BEFORE)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await rowOf(drawId)).entries).toHaveLength(5);
  });

  test("is not closed once the public value can be known, nor for nobody, nor for no draw", async () => {
    const drawId = await drafted();
    const keeper = await aKeeper();
    const refusal = async (id: number, now: Date) => {
      const answer = await freezeDraw(id, keeper, now);
      return answer.ok ? null : answer.refusal;
    };
    expect(await refusal(drawId, VALUE_DUE)).toBe("value-known");
    const entrants = { of: "visits", from: "2020-01-01", through: "2020-12-31" } as const;
    const empty = await drafted(aDraft({ entrants: { ...entrants, perVisit: false } }));
    expect(await refusal(empty, BEFORE)).toBe("nobody");
    expect(await refusal(999_999, BEFORE)).toBe("no-such-draw");
    expect((await rowOf(drawId)).state).toBe("draft");
  });

  test("says nothing of who is who, and nothing is found of a draft", async () => {
    const drawId = await drafted();
    expect(await pageOf(drawId)).toEqual({ page: null, paper: null });
    await freezeDraw(drawId, await aKeeper(), BEFORE);
    const { page, paper } = await pageOf(drawId);
    expect(page).toMatchObject({ entries: 5, state: "frozen", published: null, wins: [] });
    expect(JSON.stringify(page)).not.toContain("memberId");
    expect(paper).not.toContain("Person");
    const { slug } = await rowOf(drawId);
    const listed = await loadDraws(db(), { drafts: false, after: null });
    expect(listed.draws.map((draw) => draw.slug)).toContain(slug);
  });
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
    expect((await rowOf(drawId)).state).toBe("frozen");
    expect(await read(second, VALUE)).toEqual({ ok: true, outcome: "drawn" });
    const draw = await rowOf(drawId);
    expect(draw).toMatchObject({ state: "drawn", value: VALUE, drawnAt: VALUE_DUE });
    expect(await read(first, "1000.00")).toEqual({ ok: true, outcome: "drawn" });
    expect((await rowOf(drawId)).wins).toEqual(draw.wins);
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
    expect((await rowOf(drawId)).wins.map(({ position }) => position)).toEqual([1, 2]);
    expect(
      await db().auditEntry.count({ where: { action: "draw.drawn", subject: `draw:${drawId}` } }),
    ).toBe(1);
  });

  test("is for no draft and no draw by hand", async () => {
    const keeper = await aKeeper();
    const read = (drawId: number) => readDrawValue({ drawId, typed: VALUE }, keeper, VALUE_DUE);
    expect(await read(await drafted())).toMatchObject({ refusal: "not-frozen" });
    const byHand = await frozenDraw(aDraft({ how: { pickedBy: { en: "A child", zh: "小朋友" } } }));
    expect(await read(byHand)).toMatchObject({ refusal: "no-such-draw" });
  });
});

describe("the result", () => {
  test("is what a visitor's browser and a stranger's program come to", async () => {
    const drawId = await drawnDraw();
    const { page, paper } = await pageOf(drawId);
    if (!page?.published || !paper) throw new Error("The draw has not been drawn.");
    expect(checkDraw(paper, page.published)).toMatchObject({ isRight: true });
    const { seed, value, drawn } = page.published;
    expect(recompute(paper, seed, value, 2)).toEqual(drawn);
    expect(page.wins.map(({ entry }) => entry)).toEqual(drawn);
    expect(page.wins.map(({ name }) => name)).toEqual([null, null]);
  });

  test("with fewer entrants than prizes everybody wins, and the rest stays", async () => {
    const prizes = [{ title: { en: "Key ring", zh: "钥匙扣" }, count: 9, variantId: null }];
    const { wins } = await rowOf(await drawnDraw(aDraft({ prizes })));
    expect(wins.map(({ piece }) => piece)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("what was frozen stays, whatever the program does", () => {
  test.each([
    ["another paper", (id: number) => db().draw.update({ where: { id }, data: { paper: "x" } })],
    [
      "another promise",
      (id: number) => db().draw.update({ where: { id }, data: { commitment: "0".repeat(64) } }),
    ],
    [
      "another public value",
      (id: number) => db().draw.update({ where: { id }, data: { valueReference: "2026-12-28" } }),
    ],
    [
      "back to a draft",
      (id: number) => db().draw.update({ where: { id }, data: { state: "draft" } }),
    ],
    [
      "a seed that was not promised",
      (id: number) =>
        db().draw.update({
          where: { id },
          data: { state: "drawn", drawnAt: VALUE_DUE, value: VALUE, seed: "f".repeat(64) },
        }),
    ],
    ["thrown away", (id: number) => db().draw.delete({ where: { id } })],
    [
      "one more entry",
      (drawId: number) =>
        db().drawEntry.create({
          data: { drawId, entry: "00000000", weight: 1, household: "00000000" },
        }),
    ],
    [
      "a heavier entry",
      (drawId: number) => db().drawEntry.updateMany({ where: { drawId }, data: { weight: 2 } }),
    ],
    [
      "somebody else's entry",
      (drawId: number) => db().drawEntry.updateMany({ where: { drawId }, data: { memberId: 1 } }),
    ],
    [
      "more prizes",
      (drawId: number) => db().drawPrize.updateMany({ where: { drawId }, data: { count: 9 } }),
    ],
  ])("%s is refused", async (_what, change) => {
    const drawId = await frozenDraw();
    const before = await rowOf(drawId);
    await expect(change(drawId)).rejects.toThrow();
    expect(await rowOf(drawId)).toEqual(before);
  });

  test("another result is refused once there is one", async () => {
    const id = await drawnDraw();
    await expect(db().draw.update({ where: { id }, data: { value: "1.00" } })).rejects.toThrow(
      "stays",
    );
    await expect(
      db().draw.update({ where: { id }, data: { state: "called-off", drawnAt: null } }),
    ).rejects.toThrow();
  });

  test("whose an entry was can be forgotten", async () => {
    const drawId = await frozenDraw();
    await db().drawEntry.updateMany({ where: { drawId }, data: { memberId: null } });
    expect((await rowOf(drawId)).entries.every(({ memberId }) => memberId === null)).toBe(true);
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
    const { page } = await pageOf(drawId);
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

test("a form that is sent twice makes one draw, and two draws of one name have two addresses", async () => {
  const keeper = await aKeeper();
  const once = await createDraw(aDraft(), "the-same-form", keeper);
  expect(await createDraw(aDraft(), "the-same-form", keeper)).toBe(once);
  const other = await createDraw(aDraft(), "another-form", keeper);
  expect((await rowOf(Number(other))).slug).not.toBe((await rowOf(Number(once))).slug);
});

test("the day in a second draw's address is the club's", async () => {
  const keeper = await aKeeper();
  const title = { en: "Early bird", zh: "早鸟" };
  // A quarter past seven in Shanghai.
  const draft = aDraft({ title, drawAt: new Date("2026-12-27T23:15:00Z") });
  await createDraw(draft, "early-1", keeper);
  const other = await createDraw(draft, "early-2", keeper);
  expect((await rowOf(Number(other))).slug).toBe("early-bird-2026-12-28");
});

test("who closes their account while a list is closed gets no entry", async () => {
  const leaver = await aMember();
  const stays = await aMember();
  for (const { memberId } of [leaver, stays]) {
    await aVisit(memberId, { settledAt: new Date("2014-06-01T02:00:00Z") });
  }
  const days = { from: "2014-06-01", through: "2014-06-01" };
  const drawId = await drafted(aDraft({ entrants: { of: "visits", ...days, perVisit: false } }));
  let freezing: ReturnType<typeof freezeDraw> | undefined;
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`select id from member where id = ${leaver.memberId} for update`;
    await tx.person.update({ where: { id: leaver.id }, data: { closedAt: new Date() } });
    freezing = freezeDraw(drawId, await aKeeper(), BEFORE);
    await waitsForLock();
    await eraseEntries(tx, leaver.memberId);
  });
  expect(await freezing).toEqual({ ok: true, entries: 1 });
  const { entries } = await rowOf(drawId);
  expect(entries.map(({ memberId }) => memberId)).toEqual([stays.memberId]);
});

test("who works at the dealership does not take part", async () => {
  const staff = await aMember({ roles: ["desk"] });
  await aVisit(staff.memberId, { settledAt: new Date("2019-06-01T02:00:00Z") });
  const member = await aMember({ roles: ["referrer"] });
  await aVisit(member.memberId, { settledAt: new Date("2019-06-01T02:00:00Z") });
  const entrants = { of: "visits", from: "2019-06-01", through: "2019-06-01" } as const;
  const { entries } = await rowOf(
    await frozenDraw(aDraft({ entrants: { ...entrants, perVisit: false } })),
  );
  expect(entries.map(({ memberId }) => memberId)).toEqual([member.memberId]);
});

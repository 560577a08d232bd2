import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { createDraw } from "#app/modules/draws/keep-draw.server.ts";
import { loadDraws } from "#app/modules/draws/load-draws.server.ts";
import { eraseEntries } from "#app/modules/draws/own-draws.server.ts";
import { readPaper } from "#app/modules/draws/paper.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aDraft,
  aKeeper,
  aVisit,
  BEFORE,
  drafted,
  drawPage,
  drawRow,
  frozenDraw,
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

describe("the list", () => {
  test("is closed once, with a promise that its seed is in and cannot be read", async () => {
    const drawId = await frozenDraw();
    const draw = await drawRow(drawId);
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
    expect((await drawRow(drawId)).entries).toHaveLength(5);
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
    expect((await drawRow(drawId)).state).toBe("draft");
  });

  test("says nothing of who is who, and nothing is found of a draft", async () => {
    const drawId = await drafted();
    expect(await drawPage(drawId)).toEqual({ page: null, paper: null });
    await freezeDraw(drawId, await aKeeper(), BEFORE);
    const { page, paper } = await drawPage(drawId);
    expect(page).toMatchObject({ entries: 5, state: "frozen", published: null, wins: [] });
    expect(JSON.stringify(page)).not.toContain("memberId");
    expect(paper).not.toContain("Person");
    const { slug } = await drawRow(drawId);
    const listed = await loadDraws(db(), { drafts: false, after: null });
    expect(listed.draws.map((draw) => draw.slug)).toContain(slug);
  });
});

test("a form that is sent twice makes one draw, and two draws of one name have two addresses", async () => {
  const keeper = await aKeeper();
  const once = await createDraw(aDraft(), "the-same-form", keeper);
  expect(await createDraw(aDraft(), "the-same-form", keeper)).toBe(once);
  const other = await createDraw(aDraft(), "another-form", keeper);
  expect((await drawRow(Number(other))).slug).not.toBe((await drawRow(Number(once))).slug);
});

test("the day in a second draw's address is the club's", async () => {
  const keeper = await aKeeper();
  const title = { en: "Early bird", zh: "早鸟" };
  // A quarter past seven in Shanghai.
  const draft = aDraft({ title, drawAt: new Date("2026-12-27T23:15:00Z") });
  await createDraw(draft, "early-1", keeper);
  const other = await createDraw(draft, "early-2", keeper);
  expect((await drawRow(Number(other))).slug).toBe("early-bird-2026-12-28");
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
  const { entries } = await drawRow(drawId);
  expect(entries.map(({ memberId }) => memberId)).toEqual([stays.memberId]);
});

test("who works at the dealership does not take part", async () => {
  const staff = await aMember({ roles: ["desk"] });
  await aVisit(staff.memberId, { settledAt: new Date("2019-06-01T02:00:00Z") });
  const member = await aMember({ roles: ["referrer"] });
  await aVisit(member.memberId, { settledAt: new Date("2019-06-01T02:00:00Z") });
  const entrants = { of: "visits", from: "2019-06-01", through: "2019-06-01" } as const;
  const { entries } = await drawRow(
    await frozenDraw(aDraft({ entrants: { ...entrants, perVisit: false } })),
  );
  expect(entries.map(({ memberId }) => memberId)).toEqual([member.memberId]);
});

test("of forty draws of one title that are drafted at once each has its own address", async () => {
  const drawIds = await Promise.all(Array.from({ length: 40 }, () => drafted()));
  const draws = await db().draw.findMany({ where: { id: { in: drawIds } } });
  expect(new Set(draws.map(({ slug }) => slug)).size).toBe(40);
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { closeEvents } from "#app/modules/attendance/close-events.server.ts";
import { loadKeptMarks } from "#app/modules/attendance/load-kept-marks.server.ts";
import { staysOf } from "#app/modules/attendance/presence.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadEventReport } from "#app/modules/event-report/load-event-report.server.ts";
import { reportCsv } from "#app/modules/event-report/report-csv.ts";
import type { LineKey, Value } from "#app/modules/event-report/report-lines.ts";
import { reportPdf } from "#app/modules/event-report/report-pdf.server.ts";
import { createDraft } from "#app/modules/events/keep-draft.server.ts";
import { whoCame } from "#app/modules/impact/who-came.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { db } from "#app/platform/db.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  anOrganiser,
  aPlan,
  aPublishedEvent,
  aTypedEvent,
  EVENT_STARTS,
} from "../../support/events.ts";
import { aCount, aPlanting, cameTo, counted } from "../../support/impact.ts";
import { aParty } from "../../support/parties.ts";
import { aMember } from "../../support/people.ts";
import { randomFrom } from "../../support/random.ts";
import { allIn, aMark, atGate, PHONE, send } from "../attendance/marking-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const DAY = 86_400_000;
const { endsAt } = aPlan();
const daysAfter = (days: number) => new Date(endsAt.getTime() + days * DAY);

async function reportOf(eventId: number, now = daysAfter(40)) {
  const report = await loadEventReport(db(), eventId, now);
  if (!report) throw new Error("There is no such event.");
  return report;
}

/** A figure of a report, by its line. */
function figure(report: Awaited<ReturnType<typeof reportOf>>, key: LineKey, before = false) {
  const lines = report.sections.flatMap((section) => section.lines);
  const line = lines.find(({ label }) => label === key);
  return plain((before ? line?.before : line?.value) ?? null);
}

function plain(value: Value | null) {
  if (value === null) return null;
  if (value.as === "money") return value.minor;
  return "of" in value ? value.of : value.as;
}

const ended = (state: string) => ({ state, endedAt: daysAfter(-3), endReason: "test" });

const figures = (report: Awaited<ReturnType<typeof reportOf>>, ...keys: LineKey[]) =>
  Object.fromEntries(keys.map((key) => [key, figure(report, key)]));

describe("who came", () => {
  test("follows the marks of the gate, also once one was taken back", async () => {
    const event = await aPublishedEvent();
    const there = await aParty(event.eventId, await aMember());
    const half = await aParty(event.eventId, await aMember());
    const missing = await aParty(event.eventId, await aMember());
    const guest = await aParty(event.eventId, null, { source: "walk-in" });
    await aParty(event.eventId, await aMember(), ended("closed"));
    await aParty(event.eventId, await aMember(), ended("left"));
    await aParty(event.eventId, await aMember(), ended("cancelled"));
    const marks = [
      ...allIn(there),
      ...allIn(guest),
      aMark({ registrationId: half.id, personId: half.personIds[0] ?? 0 }),
    ];
    await send(event.eventId, marks);
    await send(event.eventId, [aMark({ seen: "nobody knows", people: 3 })]);
    const early = await reportOf(event.eventId, daysAfter(1));
    expect(figures(early, "registered", "came", "walkIns", "noShow", "unmarked")).toEqual({
      ...{ registered: 3, came: 3, walkIns: 1, noShow: 0, unmarked: 1 },
    });
    expect(early.notes.map(({ say }) => say)).toContain("marks-open");
    await closeEvents(daysAfter(4.1));
    const report = await reportOf(event.eventId);
    expect(
      figures(
        report,
        "registered",
        "came",
        "noShow",
        "noPlace",
        "leftLine",
        "cancelled",
        "unmarked",
      ),
    ).toEqual({
      ...{ registered: 3, came: 3, noShow: 1, noPlace: 1, leftLine: 1, cancelled: 1 },
      unmarked: null,
    });
    expect(
      figures(
        report,
        "peopleRegistered",
        "peopleCame",
        "adults",
        "children",
        "strangers",
        "absent",
      ),
    ).toEqual({
      ...{ peopleRegistered: 6, peopleCame: 8, adults: 3, children: 2, strangers: 3, absent: 3 },
    });
    expect(figures(report, "membersCame", "firstTimers", "gold", "silver")).toEqual({
      ...{ membersCame: 2, firstTimers: 2, gold: 0, silver: 2 },
    });
    expect(missing.id).toBeGreaterThan(0);
    await send(
      event.eventId,
      [aMark({ kind: "undo", undoes: marks.at(-1)?.id ?? null })],
      daysAfter(1),
    );
    const undone = await reportOf(event.eventId);
    expect(figures(undone, "came", "membersCame", "unmarked")).toEqual({
      ...{ came: 2, membersCame: 1, unmarked: 1 },
    });
    expect(undone.notes).toContainEqual({ say: "unmarked", count: 1 });
  });

  test("is who the gates' own rule says, whatever was marked in whichever order", async () => {
    const random = randomFrom(20_261_203);
    for (let round = 0; round < 6; round += 1) {
      const event = await aPublishedEvent();
      const parties = [];
      for (let at = 0; at < 4; at += 1) {
        parties.push(await aParty(event.eventId, null, at === 3 ? ended("cancelled") : {}));
      }
      const made: string[] = [];
      for (let at = 0; at < 12; at += 1) {
        const party = parties[random.int(0, 3)] as (typeof parties)[number];
        const whole = random.oneIn(3);
        const undoes = made.length > 0 && random.oneIn(4) ? random.pick(made) : null;
        const mark = aMark({
          registrationId: undoes ? null : party.id,
          personId: undoes || whole ? null : (party.personIds[random.int(0, 1)] ?? null),
          kind: undoes ? "undo" : random.oneIn(5) ? "out" : "in",
          undoes: undoes ?? null,
          people: random.int(0, 3),
          at: atGate(random.int(0, 59)).toISOString(),
        });
        if (mark.kind === "in") made.push(mark.id);
        await send(event.eventId, [mark], atGate(90));
      }
      const stays = staysOf(await loadKeptMarks(db(), event.eventId));
      const people = await db().registrationPerson.findMany({ where: { eventId: event.eventId } });
      const of = parties.map(({ id }) => ({
        registrationId: id,
        people: people
          .filter(({ registrationId }) => registrationId === id)
          .map(({ id, name, state }) => ({ id, name, state: state as "coming" })),
      }));
      const came = whoCame(stays, of);
      const report = await reportOf(event.eventId);
      expect(figure(report, "came")).toBe(came.length);
      const known = came.reduce((sum, party) => sum + party.people.length, 0);
      expect(figure(report, "peopleCame")).toBe(known + Number(figure(report, "strangers") ?? 0));
    }
  });
});

/** What the ledger has of an event's points, by what they were for: every entry, and every one that took one back. */
async function ledgerOf(eventId: number) {
  const rows = await db().$queryRaw<{ for: string; points: number }[]>`
    select txn.meta->>'for' as for, sum(posting.amount - coalesce(back.amount, 0))::float8 as points
    from ledger.txn join ledger.posting on posting.txn_id = txn.id
    left join ledger.txn taking on taking.reverses = txn.id
    left join ledger.posting back on back.txn_id = taking.id
    where txn.meta->>'eventId' = ${String(eventId)} and txn.kind in ('earn', 'spend', 'capture')
    group by 1`;
  return Object.fromEntries(rows.map((row) => [row.for, row.points]));
}

describe("points", () => {
  test("are the ledger's, also once a count was corrected or an entry reversed", async () => {
    const event = await aPlanting();
    const [one, other] = [await cameTo(event), await cameTo(event)];
    await counted(event.eventId, [
      aCount(one.registrationId, 30),
      aCount(other.registrationId, 50),
    ]);
    const before = await reportOf(event.eventId);
    expect(figures(before, "attendance", "impact", "given")).toEqual({
      ...{ attendance: 100, impact: 80, given: 180 },
    });
    expect(await ledgerOf(event.eventId)).toEqual({ event: 100, impact: 80 });
    const seen = { amount: 30, version: 1 };
    const correction = [{ ...aCount(one.registrationId, 20), seen }];
    await counted(event.eventId, correction, { reason: "One did not take root." });
    const outcome = await db().attendanceOutcome.findUniqueOrThrow({
      where: { registrationId: other.registrationId },
    });
    const back = { scope: "test", key: "back", entryId: Number(outcome.pointsEntryId) };
    const meta = { for: "correction", reason: "test" } as const;
    await reverseEntry(db(), { ...back, meta }, daysAfter(30));
    const after = await reportOf(event.eventId);
    expect(figures(after, "attendance", "impact", "given")).toEqual({
      ...{ attendance: 50, impact: 70, given: 120 },
    });
    expect(await ledgerOf(event.eventId)).toEqual({ event: 50, impact: 70 });
    // ¥7 for a hundred.
    expect(figure(after, "pointsGivenWorth")).toBe(840);
    expect(figure(after, "done")).toEqual({ en: "7 trees planted", zh: "7 棵树" });
  });
});

const markOf = async (eventId: number, registrationId: number) => ({
  ...{ id: randomUUID(), eventId, kind: "in", registrationId, answer: "recorded", at: atGate() },
  ...{ gate: "Main", device: PHONE, by: (await anOrganiser()).by },
});

describe("an event beside the one before", () => {
  test("is held beside the last of its kind, or else the last of all; of none it says so", async () => {
    const at = (days: number, kind: "outing" | "tasting") => {
      const startsAt = new Date(EVENT_STARTS.getTime() - days * DAY);
      const ends = new Date(startsAt.getTime() + 3_600_000);
      return aPublishedEvent({ plan: aPlan({ kind, startsAt, endsAt: ends }) });
    };
    const [tasting, outing] = [await at(900, "tasting"), await at(899, "outing")];
    // To this one nobody came.
    await at(898.5, "tasting");
    for (const { eventId } of [tasting, outing]) {
      const party = await aParty(eventId, await aMember());
      const outcome = { registrationId: party.id, eventId, outcome: "came" };
      await db().attendanceOutcome.create({ data: outcome });
      await db().attendanceMark.create({ data: await markOf(eventId, party.id) });
    }
    expect((await reportOf(tasting.eventId)).before).toBeNull();
    expect((await reportOf(outing.eventId)).before).toMatchObject({
      ...{ eventId: tasting.eventId, likeness: "any" },
    });
    const later = await at(898, "tasting");
    const report = await reportOf(later.eventId);
    expect(report.before).toMatchObject({ eventId: tasting.eventId, likeness: "kind" });
    expect(figure(report, "came", true)).toBe(1);
  });
});

describe("an event of which there is little", () => {
  test("nobody, no survey, nothing typed: every figure is nought or a dash, and files can be taken", async () => {
    const event = await aPublishedEvent();
    const report = await reportOf(event.eventId);
    expect(figures(report, "came", "net", "perPerson", "average")).toEqual({
      ...{ came: 0, net: 0, perPerson: "none", average: "none" },
    });
    expect(report.notes.map(({ say }) => say)).toEqual(["nothing-typed"]);
    const csv = reportCsv(report, translator("en"));
    expect(csv.startsWith("\uFEFFPart,Figure,")).toBe(true);
    const pdf = await reportPdf(report, { name: "Club", timeZone: "UTC" }, "zh-CN", new Date());
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe("%PDF-");
  });

  test("a draft has no report; a cancelled one says why", async () => {
    const event = await aPublishedEvent();
    await db().event.update({
      where: { id: event.eventId },
      data: { state: "cancelled", cancelledAt: new Date(), cancelReason: "Rain" },
    });
    const report = await reportOf(event.eventId);
    expect(report.notes[0]).toEqual({ say: "cancelled", reason: "Rain" });
    const draft = await createDraft(aTypedEvent(), await anOrganiser());
    expect(await loadEventReport(db(), draft)).toBeNull();
    expect(await loadEventReport(db(), 999_999)).toBeNull();
  });

  test("before it begins its figures are not final", async () => {
    const event = await aPublishedEvent();
    const early = await reportOf(event.eventId, daysAfter(-2));
    expect(early.notes[0]).toEqual({ say: "not-begun" });
    const during = await reportOf(event.eventId, atGate(60));
    expect(during.notes[0]).toEqual({ say: "under-way" });
  });
});

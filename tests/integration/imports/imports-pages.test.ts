import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { waitingSources } from "#app/features.server.ts";
import { may } from "#app/modules/access/permissions.ts";
import { beginUploadedImport } from "#app/modules/imports/begin-uploaded-import.server.ts";
import {
  type ImportKind,
  importKinds,
  type ReportRow,
  readCounts,
} from "#app/modules/imports/import-run.ts";
import { listImports } from "#app/modules/imports/list-imports.server.ts";
import { loadNeighbours } from "#app/modules/imports/load-neighbours.server.ts";
import { loadReportRows } from "#app/modules/imports/load-report-rows.server.ts";
import { loadClubFigures } from "#app/modules/today/load-club-figures.server.ts";
import { loadWaiting } from "#app/modules/today/load-waiting.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readForm } from "#app/platform/http/multipart.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, aPerson } from "../../support/people.ts";

testDatabase();

let desk: number;

beforeAll(async () => {
  desk = (await aPerson({ name: "周敏", roles: ["desk"] })).id;
});

afterEach(async () => {
  await db().importRow.deleteMany();
  await db().importRun.deleteMany();
  await db().upload.deleteMany();
  await db().mail.deleteMany();
});

type Run = Parameters<ReturnType<typeof db>["importRun"]["create"]>[0]["data"];

const aRun = (run: Partial<Run> = {}) =>
  db().importRun.create({
    data: { kind: "service-orders", fileName: "orders.csv", startedBy: desk, ...run } as Run,
  });

describe("the list of imports", () => {
  test("is the latest first, says who, and is paged by its own numbers", async () => {
    for (let n = 0; n < 5; n++) await aRun({ fileName: `${n}.csv` });
    await aRun({ startedBy: null, fileName: "by-hand.csv", dryRun: true });
    const first = await listImports(db(), { limit: 3 });
    expect(
      first.imports.map(({ fileName, startedBy, dryRun }) => [fileName, startedBy, dryRun]),
    ).toEqual([
      ["by-hand.csv", null, true],
      ["4.csv", "周敏", false],
      ["3.csv", "周敏", false],
    ]);
    const second = await listImports(db(), { limit: 3, before: first.olderBefore });
    expect(second.imports.map(({ fileName }) => fileName)).toEqual(["2.csv", "1.csv", "0.csv"]);
    expect(second.olderBefore).toBeNull();
  });
});

describe("two files at once", () => {
  const sha = (letter: string) => Buffer.alloc(32, letter);

  test("the one in line is told which it waits for, and the same file that it came before", async () => {
    const other = await aRun({ kind: "members", state: "running", fileSha256: sha("a") });
    const ahead = await aRun({ state: "running", fileSha256: sha("a") });
    const waiting = await aRun({ state: "waiting" });
    const again = await aRun({ state: "running", fileSha256: sha("a") });
    const another = await aRun({ state: "finished", fileSha256: sha("b") });
    expect(await loadNeighbours(db(), waiting.id)).toMatchObject({
      ahead: { id: ahead.id, startedBy: "周敏" },
      sameFile: null,
    });
    expect(await loadNeighbours(db(), again.id)).toMatchObject({
      ahead: null,
      sameFile: { id: ahead.id, startedBy: "周敏" },
    });
    for (const alone of [other.id, ahead.id, another.id]) {
      expect(await loadNeighbours(db(), alone)).toEqual({ ahead: null, sameFile: null });
    }
  });

  test("a dry run of the same file has brought nothing in, and is not mentioned", async () => {
    await aRun({ state: "finished", dryRun: true, fileSha256: sha("c") });
    const real = await aRun({ state: "finished", fileSha256: sha("c") });
    expect((await loadNeighbours(db(), real.id)).sameFile).toBeNull();
  });
});

test("a report of ten thousand rows is read page by page, each row once, filtered by outcome", async () => {
  const { id } = await aRun({ state: "finished" });
  await db().$executeRaw`
    insert into import_row(import_id, row_number, outcome, reason, subject)
    select ${id}, n + 1, case when n % 10 = 0 then 'rejected' else 'new' end,
           case when n % 10 = 0 then 'bad_date' end, 'RO' || n
    from generate_series(1, 10000) n`;
  const seen: ReportRow[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page = await loadReportRows(db(), id, { outcome: null, after, limit: 499 });
    seen.push(...page.rows);
    after = page.nextAfter;
  }
  expect(seen.map((row) => row.rowNumber)).toEqual(Array.from({ length: 10_000 }, (_, n) => n + 2));
  const rejected = await loadReportRows(db(), id, {
    outcome: "rejected",
    after: 9_001,
    limit: 500,
  });
  expect([rejected.rows.length, rejected.nextAfter]).toEqual([100, null]);
  expect(rejected.rows[0]).toMatchObject({
    rowNumber: 9_011,
    reason: "bad_date",
    subject: "RO9010",
  });
});

describe("sending the form", () => {
  const by = { by: 1, address: "203.0.113.7" };
  const parts = (bytes: Uint8Array, contentType: string | null) =>
    readForm(
      new Blob([Buffer.from(bytes)]).stream() as unknown as AsyncIterable<Uint8Array>,
      contentType,
    );
  const send = async (
    form: FormData | URLSearchParams,
    kinds: readonly ImportKind[] = importKinds,
  ) => {
    const sent = new Request("http://club.marque.test", { method: "POST", body: form });
    const bytes = new Uint8Array(await sent.arrayBuffer());
    const sentParts = parts(bytes, sent.headers.get("Content-Type"));
    return beginUploadedImport(sentParts, { ...by, by: desk }, kinds);
  };
  const aForm = (fields: Record<string, string | File>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };
  const file = new File(["member_number\r\n"], "花名册;最终.csv");
  const left = async () => [await db().upload.count(), await db().importRun.count()];

  test("puts the file in line with what was chosen beside it, and writes down who did", async () => {
    const begun = await send(aForm({ kind: "members", invite: "on", dryRun: "on", file }));
    expect(begun).toMatchObject({ ok: true });
    const [run] = await db().importRun.findMany();
    expect(run).toMatchObject({
      kind: "members",
      fileName: "花名册;最终.csv",
      dryRun: true,
      options: { invite: true },
      startedBy: desk,
      state: "waiting",
    });
    const subject = `import:${run?.id}`;
    expect(await db().auditEntry.findMany({ where: { subject } })).toMatchObject([
      { personId: desk, action: "import.started", address: "203.0.113.7" },
    ]);
  });

  test("members are told of their points only where that was chosen", async () => {
    await send(aForm({ kind: "service-orders", file }));
    await send(aForm({ kind: "service-orders", letters: "on", file }));
    const runs = await db().importRun.findMany({ orderBy: { id: "asc" } });
    expect(runs.map((run) => run.options)).toEqual([{ letters: false }, { letters: true }]);
  });

  test.each([
    ["without a file", aForm({ kind: "members" }), "no-file"],
    ["with an empty file", aForm({ kind: "members", file: new File([], "") }), "no-file"],
    ["of no kind we know", aForm({ kind: "leads", file }), "not-a-form"],
    ["without a kind", aForm({ file }), "not-a-form"],
    ["that is no form", new URLSearchParams({ kind: "members" }), "not-a-form"],
  ])("a form %s is refused, and nothing of it stays", async (_case, body, refusal) => {
    expect(await send(body)).toEqual({ ok: false, refusal });
    expect(await left()).toEqual([0, 0]);
  });

  test("a roll sent by somebody who may not bring one in is refused, and nothing of it stays", async () => {
    const roll = aForm({ kind: "members", file });
    expect(await send(roll, ["service-orders"])).toEqual({ ok: false, refusal: "not-allowed" });
    expect(await left()).toEqual([0, 0]);
  });

  test("a form that breaks off leaves nothing", async () => {
    const whole = new Request("http://x.test", {
      method: "POST",
      body: aForm({ kind: "members", file: new File(["x".repeat(2_500_000)], "a.csv") }),
    });
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const type = String(whole.headers.get("Content-Type"));
    for (const length of [2_000_000, bytes.length - 4]) {
      const cut = await beginUploadedImport(
        parts(bytes.subarray(0, length), type),
        by,
        importKinds,
      );
      expect(cut).toEqual({ ok: false, refusal: "not-a-form" });
    }
    expect(await left()).toEqual([0, 0]);
  });
});

describe("the first page", () => {
  const asAdmin = () =>
    loadWaiting(
      db(),
      { by: desk, may: (permission) => may(["admin"], permission) },
      waitingSources,
    );

  test("nothing waits where there is nothing", async () => {
    expect(await asAdmin()).toEqual([]);
  });

  const line = { late: 0, oldest: null, values: {} };

  test("what waits: imports under way, the last report with rejected rows, letters that failed", async () => {
    const counts = (rejected: number) => {
      const none = readCounts({});
      return { ...none, outcomes: { ...none.outcomes, rejected } };
    };
    await aRun({
      state: "finished",
      counts: counts(9),
      createdAt: new Date(Date.now() - 8 * 86_400_000),
    });
    const { id } = await aRun({ state: "finished", counts: counts(7) });
    await aRun({ state: "finished", counts: counts(3), dryRun: true });
    await aRun({ state: "finished", counts: counts(0) });
    await aRun({ state: "waiting" });
    await aRun({ state: "running", kind: "members" });
    await db().mail.createMany({
      data: ["failed", "sent", "refused"].map((state) => ({
        recipient: "a@marque.test",
        template: "welcome",
        locale: "en",
        props: {},
        state,
      })),
    });
    expect(await asAdmin()).toEqual([
      { ...line, name: "letters", kind: "fault", page: "/admin/mails", count: 2 },
      {
        ...line,
        name: "rejected",
        kind: "fault",
        page: `/admin/imports/${id}?outcome=rejected#rows`,
        count: 7,
        values: { file: "orders.csv" },
      },
      { ...line, name: "imports", kind: "progress", page: "/admin/imports", count: 2 },
    ]);
  });

  test("the figures count open accounts, and are counted at most once a minute", async () => {
    await aMember();
    await aMember({ closed: true });
    const figures = await loadClubFigures(db());
    expect(figures).toMatchObject({ members: 1, outstanding: 0, debt: 0, orders: 0 });
    await aMember();
    expect(await loadClubFigures(db())).toBe(figures);
  });

  test("an import that was taken back asks nobody for its rejected rows; one where that failed still does", async () => {
    const none = readCounts({});
    const counts = { ...none, outcomes: { ...none.outcomes, rejected: 5 } };
    const { id } = await aRun({ state: "finished", counts });
    const asksFor = async (reversalState: string | null) => {
      await db().importRun.update({ where: { id }, data: { reversalState } });
      return JSON.stringify(await asAdmin()).includes(`/admin/imports/${id}?`);
    };
    expect(await asksFor(null)).toBe(true);
    expect(await asksFor("failed")).toBe(true);
    for (const state of ["waiting", "running", "finished"]) {
      expect(await asksFor(state)).toBe(false);
    }
  });

  test("figures from before a pause are shown to nobody: whoever comes first waits for those of now", async () => {
    const figures = await loadClubFigures(db());
    const { members } = figures;
    await aMember();
    figures.countedAt = new Date(Date.now() - 10 * 3_600_000);
    const now = await loadClubFigures(db());
    expect(now.members).toBeGreaterThan(members);
    // A minute or two later the last count does, while the next is made.
    await aMember();
    now.countedAt = new Date(Date.now() - 2 * 60_000);
    expect(await loadClubFigures(db())).toBe(now);
    await expect
      .poll(async () => (await loadClubFigures(db())).members)
      .toBeGreaterThan(now.members);
  });
});

import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { Presets, SingleBar } from "cli-progress";
import { EncodingForm } from "../app/modules/imports/forms.ts";
import type { ImportSettings } from "../app/modules/imports/import-file.server.ts";
import { doubtfulReadings } from "../app/modules/imports/import-problem.ts";
import {
  type ImportAnswer,
  type ImportKind,
  type ImportOptions,
  type ImportProgress,
  rowOutcomes,
} from "../app/modules/imports/import-run.ts";
import { problemWords, reasonWords } from "../app/modules/imports/import-words.ts";
import { discardDryRun } from "../app/modules/imports/run-record.server.ts";
import { streamReport } from "../app/modules/imports/stream-report.server.ts";
import { startPlatform } from "../app/platform/start.server.ts";
import type { TableSource } from "../app/platform/table-file.server.ts";
import { translator } from "../app/platform/words/catalogs.server.ts";
import { type Locale, negotiateLocale } from "../app/platform/words/locale.ts";
import type { Translate } from "../app/platform/words/translate.ts";

type ImportCommand = {
  kind: ImportKind;
  usage: string;
  options: Record<string, { type: "boolean" | "string" }>;
  chosen(values: Record<string, string | boolean | undefined>): ImportOptions;
  bringIn(source: TableSource, settings: ImportSettings): Promise<ImportAnswer>;
};

/** What ended the command: 0 all in, 1 refused or failed, 2 used wrongly, 130 interrupted. */
type ExitCode = 0 | 1 | 2 | 130;

/**
 * The command line of an import: progress while it runs, a report beside the file, a summary at the end.
 * Speaks the language of the machine.
 */
export async function runImportCommand(command: ImportCommand): Promise<ExitCode> {
  const asked = readArguments(command);
  if (!asked) {
    console.error(command.usage);
    return 2;
  }
  const { file, dryRun, options } = asked;
  const t = translator(locale());
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) {
    console.error(t("import.cli.noFile", { file }));
    return 2;
  }
  const platform = await startPlatform();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const progress = progressShown(t);
  try {
    const answer = await command.bringIn(() => createReadStream(file, { highWaterMark: 1 << 18 }), {
      fileName: path.basename(file),
      dryRun,
      options,
      signal: stopping.signal,
      onProgress: progress.show,
    });
    progress.end();
    return await tell(command.kind, file, answer, dryRun);
  } catch (error) {
    progress.end();
    if (!stopping.signal.aborted) throw error;
    console.error(t("import.cli.interrupted"));
    return 130;
  } finally {
    await platform.stop();
  }
}

function readArguments({ options, chosen }: ImportCommand) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { "dry-run": { type: "boolean" }, encoding: { type: "string" }, ...options },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    const { encoding } = EncodingForm.partial().parse(values);
    return { file, dryRun: values["dry-run"] === true, options: { ...chosen(values), encoding } };
  } catch {
    return null;
  }
}

const locale = (): Locale => negotiateLocale(Intl.DateTimeFormat().resolvedOptions().locale);

async function tell(
  kind: ImportKind,
  file: string,
  answer: ImportAnswer,
  dryRun: boolean,
): Promise<ExitCode> {
  const t = translator(locale());
  if (!answer.ok) {
    console.error(problemWords(t, answer.problem));
    const [one, other] = doubtfulReadings(answer.problem) ?? [];
    if (one && other) {
      console.error(t("import.cli.encoding", { one: one.encoding, other: other.encoding }));
    }
    if (dryRun) await discardDryRun(answer.importId);
    return 1;
  }
  const { counts } = answer;
  if (answer.resumed) console.log(t("import.cli.resumed"));
  if (dryRun) console.log(t("import.cli.trial"));
  for (const outcome of rowOutcomes) {
    line(t(`import.outcome.${outcome}`), counts.outcomes[outcome]);
  }
  for (const [reason, count] of Object.entries(counts.reasons).sort(([, a], [, b]) => b - a)) {
    line(`  ${reasonWords(t, kind, reason)}`, count);
  }
  line(t("import.cli.ignored"), counts.ignored);
  line(t("import.cli.added"), counts.pointsAdded);
  line(t("import.cli.takenBack"), counts.pointsTakenBack);
  if (counts.columnsNotRead.length > 0) {
    console.log(t("import.cli.columnsNotRead", { columns: counts.columnsNotRead.join(", ") }));
  }
  const report = await writeReport(answer.importId, file);
  const folder = path.dirname(file);
  console.log(
    report === null
      ? t("import.cli.noReport", { folder })
      : t("import.cli.report", { file: report }),
  );
  if (dryRun) await discardDryRun(answer.importId);
  return 0;
}

function line(words: string, figure: number): void {
  console.log(`${String(figure).padStart(12)}  ${words}`);
}

/** Writes the report beside the file, or where that cannot be written, here; never over another file. */
async function writeReport(importId: number, file: string): Promise<string | null> {
  const { name, dir } = path.parse(file);
  for (const folder of new Set([dir || ".", "."])) {
    for (let copy = 1; copy <= 1000; copy++) {
      const target = path.join(folder, `${name}.report${copy === 1 ? "" : `-${copy}`}.csv`);
      const handle = await open(target, "wx").catch((error: NodeJS.ErrnoException) => error.code);
      if (handle === "EEXIST") continue;
      if (handle === undefined || typeof handle === "string") break;
      for await (const text of streamReport(importId, locale())) await handle.write(text);
      await handle.close();
      return target;
    }
  }
  return null;
}

/** A bar on a terminal, a line now and then anywhere else. */
function progressShown(t: Translate): {
  show: (progress: ImportProgress) => void;
  end: () => void;
} {
  const bar = process.stderr.isTTY
    ? new SingleBar(
        {
          format: "{bar} {percentage} %  {value}/{total}  {eta_formatted}",
          hideCursor: true,
        },
        Presets.shades_classic,
      )
    : null;
  let begun = false;
  let toldAt = 0;
  let saidLast = "";
  const say = (text: string) => {
    if (text !== saidLast) console.error(text);
    saidLast = text;
  };
  return {
    show({ phase, rowsDone, rowsTotal }) {
      if (phase === "checking") return say(t("import.cli.checking"));
      if (phase === "waiting") {
        return say(t("import.cli.waiting"));
      }
      if (bar) {
        if (begun) bar.update(rowsDone);
        else bar.start(rowsTotal ?? 0, rowsDone);
        begun = true;
      } else if (Date.now() - toldAt > 2_000 || phase === "finished") {
        toldAt = Date.now();
        say(t("import.cli.rows", { done: rowsDone, total: rowsTotal ?? 0 }));
      }
    },
    end: () => bar?.stop(),
  };
}

import type { EncodingReading, TableEncoding } from "#app/platform/table-encoding.ts";
import type { RowsRefusal } from "#app/platform/table-rows.server.ts";
import type { ImportProblem } from "./import-run.ts";
import type { Unreadable } from "./mostly-unreadable.ts";

/** Why a file was refused whole, as a sentence that its sender can act on. */
export function problemOf(refusal: RowsRefusal): ImportProblem {
  switch (refusal.reason) {
    case "empty":
      return sentence("empty");
    case "too-large":
      return sentence("too-large", { megabytes: Math.floor(refusal.limitBytes / 1_000_000) });
    case "not-a-table":
      return sentence(`not-a-table.${refusal.found}`);
    case "encoding-in-doubt":
      return encodingDoubt(refusal.readings);
    case "other-table":
      return sentence(`other-kind.${refusal.table}`, { line: refusal.line });
    case "no-header":
      return sentence("no-header", { columns: refusal.expected.join(", ") });
    case "missing-columns":
      return sentence("missing-columns", {
        line: refusal.line,
        columns: refusal.columns.join(", "),
        count: refusal.columns.length,
      });
    case "repeated-columns":
      return sentence("repeated-columns", {
        line: refusal.line,
        columns: refusal.columns.join(", "),
        count: refusal.columns.length,
      });
    case "rows-before-header":
      return sentence("rows-before-header", { line: refusal.line });
    case "other-delimiter":
      return sentence("other-delimiter", { line: refusal.line, delimiter: refusal.delimiter });
    case "cut-off":
      return sentence("cut-off", { line: refusal.line });
  }
}

const ENCODING_DOUBT = "import.problem.encoding-in-doubt";

function encodingDoubt(readings: readonly EncodingReading[]): ImportProblem {
  const [one, other] = readings;
  if (!one || !other) throw new Error("A doubt is between two readings.");
  return sentence("encoding-in-doubt", {
    one: one.encoding,
    oneText: one.text,
    other: other.encoding,
    otherText: other.text,
  });
}

/** The two ways in which a file could be read; null where that was not the problem. */
export function doubtfulReadings(problem: ImportProblem | null): EncodingReading[] | null {
  if (problem?.key !== ENCODING_DOUBT) return null;
  const { one, oneText, other, otherText } = problem.params;
  return [
    { encoding: one as TableEncoding, text: String(oneText) },
    { encoding: other as TableEncoding, text: String(otherText) },
  ];
}

/**
 * From some line on nearly no row can be read.
 *
 * @param taken how many rows of the file are in.
 */
export function unreadableFrom({ quote, ...found }: Unreadable, taken: number): ImportProblem {
  return quote === null
    ? sentence("unreadable", { ...found, taken })
    : sentence("unclosed-quote", { ...found, taken, quote });
}

/** The worker gave up after many attempts; what was read until then is in, and the file can be sent again. */
export const brokenOff: ImportProblem = sentence("broken-off");

/** The upload did not arrive whole. */
export const uploadIncomplete: ImportProblem = sentence("upload-incomplete");

function sentence(key: string, params: ImportProblem["params"] = {}): ImportProblem {
  return { key: `import.problem.${key}`, params };
}

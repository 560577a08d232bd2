import type { RowsRefusal } from "#app/platform/table-rows.server.ts";
import type { ImportProblem } from "./import-run.ts";

/** Why a file was refused whole, as a sentence that its sender can act on. */
export function problemOf(refusal: RowsRefusal): ImportProblem {
  switch (refusal.reason) {
    case "empty":
      return sentence("empty");
    case "too-large":
      return sentence("too-large", { megabytes: Math.floor(refusal.limitBytes / 1_000_000) });
    case "not-a-table":
      return sentence(`not-a-table.${refusal.found}`);
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
    case "cut-off":
      return sentence("cut-off", { line: refusal.line });
  }
}

/** The worker gave up after many attempts; what was read until then is in, and the file can be sent again. */
export const brokenOff: ImportProblem = sentence("broken-off");

/** The upload did not arrive whole. */
export const uploadIncomplete: ImportProblem = sentence("upload-incomplete");

function sentence(key: string, params: ImportProblem["params"] = {}): ImportProblem {
  return { key: `import.problem.${key}`, params };
}

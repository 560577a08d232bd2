import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** How a test went. */
export type Result = {
  name: string;
  file: string;
  outcome: "passed" | "failed" | "skipped";
  seconds: number;
};

type VitestReport = {
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; duration?: number | null }[];
  }[];
};

type PlaywrightReport = { suites: Suite[] };
type Suite = {
  suites?: Suite[];
  specs?: {
    title: string;
    file: string;
    tests: { projectName: string; status: string; results: { duration: number }[] }[];
  }[];
};

const SLOWEST = 10;

/** The tests in the report that Vitest writes as JSON; none when it was not written. */
export function vitestResults(file: string): Result[] {
  return (read<VitestReport>(file)?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      name: fullName,
      file: path.relative(".", name),
      outcome: status === "passed" || status === "failed" ? status : ("skipped" as const),
      seconds: (duration ?? 0) / 1000,
    })),
  );
}

/** The tests in the report that Playwright writes as JSON; none when it was not written. */
export function playwrightResults(file: string): Result[] {
  return (read<PlaywrightReport>(file)?.suites ?? []).flatMap(resultsOfSuite);
}

function resultsOfSuite({ suites = [], specs = [] }: Suite): Result[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ projectName, status, results }) => ({
      name: `${title} (${projectName})`,
      file: `tests/e2e/${file}`,
      outcome: outcomeOf(status),
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
  );
  return [...own, ...suites.flatMap(resultsOfSuite)];
}

function outcomeOf(status: string): Result["outcome"] {
  if (status === "skipped") return "skipped";
  return status === "expected" ? "passed" : "failed";
}

/** The slowest tests and the totals, for people; the last line is for programs too. */
export function summary(results: Result[]): string {
  const count = (outcome: Result["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  const slowest = results.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  return [
    "The slowest:",
    ...slowest.map(
      ({ seconds, name, file }) => `${seconds.toFixed(1).padStart(7)} s  ${file}: ${name}`,
    ),
    "",
    ...(count("skipped") > 0 ? [`${count("skipped")} skipped`] : []),
    `${count("passed")} passed, ${count("failed")} failed`,
  ].join("\n");
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
}

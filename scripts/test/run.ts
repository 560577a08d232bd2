import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { projectRoot } from "../../app/platform/project-root.server.ts";
import { installBrowser } from "./install-browser.ts";
import { testsOf } from "./nouns.ts";
import { abandonRun, beginRun, endRun } from "./own-run.ts";
import { playwrightResults, summary, vitestResults } from "./results.ts";

// `npm test`: everything that must hold before a change lands, cheapest first; stops at the first that
// fails. `npm test -- NOUN …`: the tests of these nouns alone.

type Step = {
  name: string;
  command?: string;
  args: string[];
  /** What it says is kept until it has ended, and is not mixed with what others say meanwhile. */
  quiet?: boolean;
};

process.chdir(projectRoot());
const reports = await mkdtemp(path.join(os.tmpdir(), "marque-test-reports-"));
const vitestReport = path.join(reports, "vitest.json");
const playwrightReport = path.join(reports, "playwright.json");

const browser = installBrowser();
const run = await beginRun();
run.env.PLAYWRIGHT_JSON_OUTPUT_FILE = playwrightReport;
const running = new Set<ChildProcess>();
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    interrupted = true;
    for (const child of running) child.kill("SIGINT");
  });
}

let failed = false;
try {
  for (const steps of stages(process.argv.slice(2))) {
    const outcomes = await Promise.all(steps.map(take));
    failed = outcomes.includes(false);
    await browser;
    if (failed || interrupted) break;
  }
} catch (error) {
  failed = true;
  console.error((error as Error).message);
}

if (interrupted) {
  await abandonRun(run);
  process.exitCode = 130;
} else {
  const left = await endRun(run);
  if (left.length > 0) console.error(`\nLeft behind by the run:\n  ${left.join("\n  ")}`);
  const results = [...vitestResults(vitestReport), ...playwrightResults(playwrightReport)];
  if (results.length > 0) console.log(`\n${summary(results)}`);
  process.exitCode = failed || left.length > 0 ? 1 : 0;
}
await rm(reports, { recursive: true, force: true });

/** Which steps run after each other, and which beside each other. */
function stages(nouns: string[]): Step[][] {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"];
  const rules = [...vitest, `--outputFile.json=${vitestReport}`];
  const journeys = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
  const site = npm("The site is built", "build");
  if (nouns.length === 0) {
    return [
      [npm("Formatting and lint", "lint"), npm("Types", "typecheck")],
      // Journeys alone need it, and some of the others wait.
      [site, { name: "Rules and use cases", args: rules }],
      [{ name: "Journeys in a browser", args: journeys }],
    ];
  }
  const tests = testsOf(nouns);
  const none = (what: string) => console.log(`${nouns.join(", ")}: no ${what}`);
  if (tests.folders.length === 0) none("rules or use cases of that name");
  if (tests.journeys.length === 0) none("journeys of that name");
  return [
    site,
    tests.folders.length > 0 && {
      name: "Rules and use cases",
      args: [...rules, ...tests.folders.map((folder) => `${folder}/`)],
    },
    tests.journeys.length > 0 && {
      name: "Journeys in a browser",
      args: [...journeys, ...tests.journeys],
    },
  ].flatMap((step) => (step ? [[step]] : []));
}

/** A step that is a command of its own as well. */
function npm(name: string, command: string): Step {
  return { name, command: "npm", args: ["run", "--silent", command], quiet: true };
}

/** Takes a step and says how it went. */
async function take({ name, command, args, quiet }: Step): Promise<boolean> {
  const title = `\n── ${name}`;
  if (!quiet) console.log(title);
  const started = Date.now();
  const child = spawn(command ?? process.execPath, args, {
    env: run.env,
    shell: command !== undefined && process.platform === "win32",
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk;
    });
  }
  await once(child, "close");
  running.delete(child);
  if (quiet) console.log(`${title}\n${said}`.trimEnd());
  const seconds = Math.round((Date.now() - started) / 1000);
  if (child.exitCode === 0) console.log(`${name}: passed in ${seconds} s`);
  else if (!interrupted) console.error(`\n${name}: failed after ${seconds} s`);
  return child.exitCode === 0;
}

import { spawnSync } from "node:child_process";
import { projectRoot } from "../app/platform/project-root.server.ts";

// Everything that must hold before a change lands, cheapest first; stops at the first that fails.
const steps: [name: string, command: string, args: string[]][] = [
  ["Formatting and lint", "npm", ["run", "--silent", "lint"]],
  ["Types", "npx", ["--no-install", "tsc"]],
  ["Rules and use cases", "npx", ["--no-install", "vitest", "run"]],
  ["Journeys in a browser", "npx", ["--no-install", "playwright", "test"]],
];

for (const [name, command, args] of steps) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    cwd: projectRoot(),
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(status ?? 1);
  }
  console.log(`${name}: passed in ${Math.round((Date.now() - started) / 1000)} s`);
}

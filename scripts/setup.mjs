// Makes a fresh checkout ready to run, with nothing but Node: installs packages when the lockfile is
// newer than what is installed, generates the database client, and with --build builds the site.
// Does only what is lacking, so that every command can begin with it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.dirname(import.meta.dirname);
process.chdir(root);

const sources = [
  "app",
  "emails",
  "public",
  "remix.config.js",
  "vite.config.ts",
  "package-lock.json",
];
const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const run = (command, args, env = {}) =>
  execFileSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });

if (changed("node_modules/.package-lock.json") < changed("package-lock.json")) {
  console.log("Installing packages …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--include=dev"]);
}

const digest = createHash("sha256").update(readFileSync("prisma/schema.prisma")).digest("hex");
const mark = "app/generated.server/schema-digest";
if (!existsSync(mark) || readFileSync(mark, "utf8") !== digest) {
  // `generate` asks for the schema engine, a download, without using it: any file will do.
  run("npx", ["--no-install", "prisma", "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? "package.json",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  writeFileSync(mark, digest);
}

if (process.argv.includes("--build") && newest(sources) > changed("build/server/index.js")) {
  console.log("Building the site …");
  run("npx", ["--no-install", "remix", "vite:build", "--logLevel", "error"]);
}

/** The time at which the newest of some files and folders was changed. */
function newest(entries) {
  return Math.max(
    0,
    ...entries.map((entry) => {
      const found = statSync(entry, { throwIfNoEntry: false });
      if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
      return Math.max(
        found.mtimeMs,
        newest(readdirSync(entry).map((name) => path.join(entry, name))),
      );
    }),
  );
}

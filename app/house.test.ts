import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { tablesWritten } from "../tests/support/tables-written.ts";
import { takesUploads, UPLOAD_PATHS } from "./platform/http/upload-paths.ts";

// The house is described in docs/decisions/the-house.md. Who may import whom is held by the lint's
// dependency rules; here is what a line of imports does not show.

const APP = import.meta.dirname;
const names = (folder: string, what: "files" | "folders") =>
  readdirSync(path.join(APP, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() === (what === "folders"))
    .map(({ name }) => name);
const isTest = (name: string) => /\.test\.tsx?$/.test(name);

const nouns = names("routes", "folders");
const modules = names("modules", "folders");

describe("a noun's drawers", () => {
  test("no file lies flat among the routes or the modules", () => {
    expect(names("routes", "files")).toEqual([]);
    expect(names("modules", "files")).toEqual(["feature.ts"]);
  });

  test.each(nouns)("%s: doors, and the parts of its pages", (noun) => {
    const known = ["admin", "my", "public", "security", "open", "parts"];
    expect(names(`routes/${noun}`, "folders").filter((door) => !known.includes(door))).toEqual([]);
    // Only the shell has files of its own: the frames of the doors, and what every request begins with.
    if (noun !== "shell") expect(names(`routes/${noun}`, "files")).toEqual([]);
  });

  test("the web and the business of a noun have one label", () => {
    expect(nouns.filter((noun) => noun !== "shell" && !modules.includes(noun))).toEqual([]);
  });

  test.each(modules)("%s: no more than forty files beside its tests", (module) => {
    const files = names(`modules/${module}`, "files").filter((name) => !isTest(name));
    expect(files.length).toBeLessThanOrEqual(40);
  });

  test("what all nouns share of their pages stays small", () => {
    expect(names("site", "files").length).toBeLessThanOrEqual(50);
  });

  test("every feature is on the house's list", () => {
    const list = readFileSync(path.join(APP, "features.server.ts"), "utf8");
    const unlisted = modules.filter(
      (module) =>
        names(`modules/${module}`, "files").includes("feature.server.ts") &&
        !list.includes(`"./modules/${module}/feature.server.ts"`),
    );
    expect(unlisted).toEqual([]);
  });
});

type ConfiguredRoute = { path?: string; file: string; children?: ConfiguredRoute[] };

/** Addresses with the files that answer them; a blank of an address is one whatever it is called. */
function addresses(routes: ConfiguredRoute[], above = ""): [address: string, file: string][] {
  return routes.flatMap(({ path: own, file, children }) => {
    const address = [above, own?.replaceAll(/:\w+/g, ":")].filter(Boolean).join("/");
    return children ? addresses(children, address) : [[address, file]];
  });
}

async function allAddresses() {
  Object.assign(globalThis, { __remixAppDirectory: APP });
  const { default: routes } = await import("./routes.ts");
  return addresses(routes as ConfiguredRoute[]);
}

test("no two routes share an address", async () => {
  const all = await allAddresses();
  expect(all.length).toBeGreaterThan(90);
  const shared = all.filter(([address]) => all.filter(([other]) => other === address).length > 1);
  expect(shared).toEqual([]);
});

/** What a route's file and the parts that it imports say, in one text. */
function sourceWithParts(file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return "";
  seen.add(file);
  const source = readFileSync(path.join(APP, file), "utf8");
  const parts = [...source.matchAll(/from "(\.[^"]*\/parts\/[^"]+|\.\/[^"]+)"/g)].map(([, from]) =>
    path.join(path.dirname(file), from ?? ""),
  );
  return [source, ...parts.map((part) => sourceWithParts(part, seen))].join("\n");
}

test("the routes that take files are those from which files are let in", async () => {
  const taking = (await allAddresses())
    .filter(([, file]) => /\b(read(Picture)?Form|serveUpload)\(/.test(sourceWithParts(file)))
    .map(([address]) => `/${address.replace(/(?<=members\/):/, "M00010009").replaceAll(":", "7")}`);
  expect(taking).toContain("/admin/club/logo");
  expect(taking.filter((address) => !takesUploads(address))).toEqual([]);
  const unused = UPLOAD_PATHS.filter(
    (pattern) => !taking.some((address) => pattern.test(address)),
  ).map(String);
  // The API's bodies are no forms.
  expect(unused).toEqual([String(/^\/api\//)]);
});

/**
 * Tables that more than one module writes. The list only shrinks: who adds a use case that writes a table
 * of another noun calls one of that noun's.
 */
const WRITTEN_BY_SEVERAL: Record<string, string[]> = {
  member: ["account", "joining", "members", "roster"],
  person: [
    "account",
    "auth",
    "joining",
    "letters",
    "members",
    "person",
    "roster",
    "security",
    "staff",
  ],
};

test.each(["server.ts", "scripts/worker.ts", "scripts/demo.ts"])(
  "%s says that it is production before it loads anything that asks",
  (file) => {
    const [first] = readFileSync(path.join(APP, "..", file), "utf8").split("\n");
    expect(first).toMatch(/^import ".*app\/platform\/node-env\.server\.ts";$/);
  },
);

test("every table has one module that writes it", () => {
  const written = [...tablesWritten(APP)].map(([table, writers]) => [table, [...writers].sort()]);
  const several = written.filter(([, writers]) => (writers?.length ?? 0) > 1);
  expect(Object.fromEntries(several)).toEqual(WRITTEN_BY_SEVERAL);
});

test("what a form holds is read in one place", () => {
  const readers = readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !isTest(file))
    .filter((file) =>
      /parseWithZod\(|request\.(formData|text|json|arrayBuffer|blob)\(/.test(
        readFileSync(path.join(APP, file), "utf8"),
      ),
    );
  expect(readers).toEqual(["platform/http/form-fields.server.ts"]);
});

test("a reason that a form demands is asked for by one rule", () => {
  const demanded = /(reason|why)\w*\s*[:=]\s*(z\s*\.string\(\{ error|(needed|line|words)\()/i;
  const others = modules.flatMap((module) =>
    names(`modules/${module}`, "files")
      .filter((name) => /forms?\.ts$/.test(name))
      .map((name) => path.join(APP, "modules", module, name))
      .filter((file) => demanded.test(readFileSync(file, "utf8"))),
  );
  expect(others).toEqual([]);
});

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROUTES = path.join(import.meta.dirname, "..", "routes");

/** Instants that are the first too late: on a page they are the day before. */
const FIRST_TOO_LATE =
  /\b(?:day|moment)\((?:\w+[.!?]*)*(dueAt|dueUntil|collectBy|until|lapsesAt)\)/g;

test("by when something is due is told as its last day on every page, never as the day after", () => {
  const wrong = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => {
      const told = readFileSync(path.join(ROUTES, file), "utf8").matchAll(FIRST_TOO_LATE);
      return [...told].map(([words]) => `${file}: ${words}`);
    });
  expect(wrong).toEqual([]);
});

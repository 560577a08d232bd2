import { readdirSync, statSync } from "node:fs";

/** Where the tests of a noun are. */
export type NounTests = {
  /** Folders of rules and use cases. */
  folders: string[];
  /** Files of journeys. */
  journeys: string[];
};

const FOLDERS = ["app/modules", "app/routes", "tests/integration"];
const JOURNEYS = "tests/e2e";

/**
 * Finds the tests of nouns: in folders of their name, and journeys whose names begin with it.
 *
 * @throws Error naming the nouns there are, when one has no tests at all.
 */
export function testsOf(nouns: string[]): NounTests {
  const found = nouns.map((noun) => {
    const folders = FOLDERS.map((parent) => `${parent}/${noun}`).filter(hasTests);
    const journeys = readdirSync(JOURNEYS)
      .filter((name) => name.startsWith(noun) && name.endsWith(".spec.ts"))
      .map((name) => `${JOURNEYS}/${name}`);
    if (folders.length + journeys.length === 0) {
      throw new Error(`No tests are called "${noun}". There are: ${allNouns().join(", ")}.`);
    }
    return { folders, journeys };
  });
  return {
    folders: found.flatMap(({ folders }) => folders),
    journeys: found.flatMap(({ journeys }) => journeys),
  };
}

function hasTests(folder: string): boolean {
  return (
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true &&
    readdirSync(folder, { recursive: true }).some((name) => /\.test\.tsx?$/.test(String(name)))
  );
}

function allNouns(): string[] {
  const names = FOLDERS.flatMap((parent) =>
    readdirSync(parent).filter((name) => hasTests(`${parent}/${name}`)),
  );
  return [...new Set(names)].sort();
}

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";

/** Paths of this project that a document names: in back quotes, without blanks; tests also without `tests/`. */
const NAMED =
  /`((?:app|docs|emails|prisma|scripts|tests|integration|e2e)\/[\w./$[\]-]+(?:\.\w+|\/))`/g;

test("what the documents name is there", async () => {
  const files = await readdir("docs", { recursive: true });
  const documents = ["README.md", "app/ui/README.md", ...files.map((file) => `docs/${file}`)];
  const missing: string[] = [];
  for (const document of documents.filter((file) => file.endsWith(".md"))) {
    const text = await readFile(document, "utf8");
    for (const [, named = ""] of text.matchAll(NAMED)) {
      if (!existsSync(named) && !existsSync(`tests/${named}`))
        missing.push(`${path.basename(document)}: ${named}`);
    }
  }
  expect(missing).toEqual([]);
});

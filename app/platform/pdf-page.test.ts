import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { pdfPage } from "./pdf-page.server.ts";

const slices = Object.values(
  JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/unicode.json"),
      "utf8",
    ),
  ) as Record<string, string>,
);

test("a character of every slice of the font is written, those of the slice with š and 經 too", async () => {
  const characters = slices.map((ranges) =>
    String.fromCodePoint(Number.parseInt(/U\+([0-9a-f]+)/i.exec(ranges)?.[1] ?? "", 16)),
  );
  expect(characters.length).toBeGreaterThan(90);
  for (const character of [...characters, "經", "é"]) {
    const page = pdfPage("Receipt", [420, 595]);
    expect(page.text(`A${character}`, { x: 10, y: 10, size: 9 })).toBeGreaterThan(10);
    expect(Buffer.from(await page.end()).toString("latin1", 0, 5)).toBe("%PDF-");
  }
});

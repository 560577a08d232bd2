import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { singleton } from "./singleton.server.ts";
import { unwrapWoff } from "./woff.server.ts";

/** LXGW WenKai in its usual weight: see docs/decisions/certificates.md for what it has. */
const FILE = "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff";

export type PdfFace = {
  /** As pdfkit takes it. */
  font: Buffer;
  /** Whether it has a code point. */
  has: (codePoint: number) => boolean;
};

/** The face of what is printed to be hung up: brush-like characters and the letters that go with them. */
export function brushFace(): PdfFace {
  return singleton("pdf brush face", () => {
    const font = unwrapWoff(readFileSync(createRequire(import.meta.url).resolve(FILE)));
    const face = create(font) as Font;
    return { font, has: (codePoint) => face.hasGlyphForCodePoint(codePoint) };
  });
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import PDFDocument from "pdfkit";
import type { Qr } from "./qr.server.ts";
import { singleton } from "./singleton.server.ts";
import { unwrapWoff } from "./woff.server.ts";

/** A page of lines of text in any language, which a reader can select and search. Lengths are points. */
export type PdfPage = {
  /** Writes a line at a height, and says where it ends. */
  text: (text: string, at: { x: number; y: number; size: number; grey?: boolean }) => number;
  /** How wide a text is. */
  widthOf: (text: string, size: number) => number;
  rule: (y: number, from: number, to: number) => void;
  /** Draws a QR code with its quiet zone into a square, from its upper left corner. */
  qr: (qr: Qr, at: { x: number; y: number; edge: number }) => void;
  /** Goes on with a further page of the same size. */
  next: () => void;
  /** The finished file. */
  end: () => Promise<Uint8Array>;
};

/** Noto Sans SC as it is sliced for the web: a hundred small files, each with the characters that it names. */
const FONT = "@fontsource/noto-sans-sc";
/** Modules of paper around a QR code, as ISO/IEC 18004 asks for. */
const QUIET = 4;
/** For what no slice has. */
const REPLACEMENT = "\u25a1";

type Slice = { file: string; ranges: [from: number, through: number][] };

function slices(): Slice[] {
  return singleton("pdf font slices", () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve(`${FONT}/unicode.json`));
    const named = JSON.parse(readFileSync(path.join(folder, "unicode.json"), "utf8")) as Record<
      string,
      string
    >;
    return Object.entries(named).map(([name, ranges]) => ({
      file: path.join(
        folder,
        "files",
        `noto-sans-sc-${name.replace(/[[\]]/g, "")}-400-normal.woff`,
      ),
      ranges: ranges.split(",").map(readRange),
    }));
  });
}

function readRange(range: string): [number, number] {
  const [, from = "", through = from] = /U\+([0-9a-f]+)(?:-([0-9a-f]+))?/i.exec(range) ?? [];
  return [Number.parseInt(from, 16), Number.parseInt(through, 16)];
}

/** By the character: looking through all slices for one takes a tenth of a millisecond, and texts have the same again. */
const known = () =>
  singleton("pdf font slices by character", () => new Map<string, string | undefined>());

function sliceOf(character: string): string | undefined {
  const files = known();
  if (!files.has(character)) {
    const code = character.codePointAt(0) ?? 0;
    const slice = slices().find(({ ranges }) =>
      ranges.some(([from, through]) => from <= code && code <= through),
    );
    files.set(character, slice?.file);
  }
  return files.get(character);
}

/** The fonts of slices that were needed before, as pdfkit takes them: some ten kilobytes each. */
const fonts = () => singleton("pdf fonts of slices", () => new Map<string, Buffer>());

function fontOf(file: string): Buffer {
  const font = fonts().get(file) ?? unwrapWoff(readFileSync(file));
  fonts().set(file, font);
  return font;
}

/** Curly quotes are as wide as a Chinese character in this face: beside a letter a straight one stands for them. */
const straightened = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Latin})[\u2018\u2019]|[\u2018\u2019](?=\p{Script=Latin})/gu, "'")
    .replace(/(?<=[\p{Script=Latin}.,!?])[\u201c\u201d]|[\u201c\u201d](?=\p{Script=Latin})/gu, '"');

/** Text in pieces that one slice can write. */
function pieces(text: string): { file: string; text: string }[] {
  const found: { file: string; text: string }[] = [];
  for (const character of straightened(text.replace(/\p{Cc}/gu, " "))) {
    const own = sliceOf(character);
    const file = own ?? sliceOf(REPLACEMENT) ?? sliceOf("?") ?? "";
    const shown = own ? character : REPLACEMENT;
    const last = found.at(-1);
    if (last?.file === file) last.text += shown;
    else found.push({ file, text: shown });
  }
  return found;
}

/**
 * Begins a page.
 *
 * @param title as the reader's window is called.
 * @param size in points: A5 is 420 × 595.
 */
export function pdfPage(title: string, size: [width: number, height: number]): PdfPage {
  const { file: latin } = pieces("A")[0] ?? { file: "" };
  const document = new PDFDocument({
    ...{ size, margin: 0, info: { Title: title } },
    font: fontOf(latin) as unknown as string,
  });
  const written: Buffer[] = [];
  document.on("data", (piece: Buffer) => written.push(piece));
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on("end", () => resolve(Buffer.concat(written)));
    document.on("error", reject);
  });
  const measure = (piece: { file: string; text: string }, fontSize: number) => {
    document.registerFont(piece.file, fontOf(piece.file));
    return document.font(piece.file).fontSize(fontSize).widthOfString(piece.text);
  };
  return {
    text(text, { x, y, size: fontSize, grey = false }) {
      let right = x;
      for (const piece of pieces(text)) {
        const width = measure(piece, fontSize);
        document.fillColor(grey ? "#5a5a55" : "#1b1b1a");
        document.text(piece.text, right, y, { lineBreak: false });
        right += width;
      }
      return right;
    },
    widthOf: (text, fontSize) =>
      pieces(text).reduce((sum, piece) => sum + measure(piece, fontSize), 0),
    rule(y, from, to) {
      document.moveTo(from, y).lineTo(to, y).lineWidth(0.5).strokeColor("#b9b5a8").stroke();
    },
    qr({ size, modules }, { x, y, edge }) {
      const module = edge / (size + 2 * QUIET);
      document.rect(x, y, edge, edge).fill("#ffffff");
      for (let place = 0; place < modules.length; place++) {
        if (modules[place] !== "1") continue;
        const [row, column] = [Math.floor(place / size), place % size];
        document.rect(x + (column + QUIET) * module, y + (row + QUIET) * module, module, module);
      }
      document.fill("#000000");
    },
    next() {
      document.addPage({ size, margin: 0 });
    },
    end() {
      document.end();
      return done;
    },
  };
}

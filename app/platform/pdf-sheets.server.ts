import PDFDocument from "pdfkit";
import { drawInPdf } from "./pdf-drawing.server.ts";
import { brushFace } from "./pdf-face.server.ts";
import type { Qr } from "./qr.server.ts";

/** A sheet of paper to draw on. Lengths are points, from the upper left corner. */
export type PdfSheet = {
  /** Writes a line; `y` is where the letters stand. */
  text: (text: string, at: { x: number; y: number; size: number; colour?: string }) => void;
  widthOf: (text: string, size: number) => number;
  /** Strokes a path as SVG writes it. */
  line: (path: string, pen: { width: number; colour: string }) => void;
  /** Draws one of the house's drawings: the markup of its `<svg>`. */
  drawing: (svg: string, at: { x: number; y: number; width: number }) => void;
  /** Draws a QR code without a margin. */
  qr: (qr: Qr, at: { x: number; y: number; edge: number }) => void;
  /** Draws a PNG or JPEG as large as it fits into a box, in its middle. */
  picture: (file: Buffer, box: { x: number; y: number; width: number; height: number }) => void;
};

/**
 * Writes a PDF of any number of sheets as it is fetched: a sheet is drawn once there is somebody to take it, so a
 * thousand need no more memory than a few. All is set in one face, of which the file has the glyphs that it shows.
 *
 * @param draw draws sheet after sheet: each it is given is the next.
 */
export function pdfSheets<Item>(
  items: readonly Item[],
  draw: (sheet: PdfSheet, item: Item) => void,
  { title, size, locale }: { title: string; size: [width: number, height: number]; locale: string },
): ReadableStream<Uint8Array> {
  const document = new PDFDocument({
    ...{ autoFirstPage: false, size, margin: 0, lang: locale },
    info: { Title: title },
    font: brushFace().font as unknown as string,
  });
  const sheet = sheetOf(document);
  let next = 0;
  /** Whoever asked has gone: what is still compressed has nowhere to go. */
  let gone = false;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        document.on("data", (piece: Buffer) => {
          if (!gone) controller.enqueue(new Uint8Array(piece));
        });
        document.on("end", () => {
          if (!gone) controller.close();
        });
        document.on("error", (error: unknown) => {
          if (!gone) controller.error(error);
        });
      },
      async pull(controller) {
        while (!gone && (controller.desiredSize ?? 0) > 0 && next < items.length) {
          document.addPage();
          draw(sheet, items[next++] as Item);
          // What was drawn is compressed, and everybody else is served, between two sheets.
          await new Promise(setImmediate);
        }
        if (next === items.length) {
          next += 1;
          document.end();
        }
      },
      cancel() {
        gone = true;
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 65_536 }),
  );
}

function sheetOf(document: PDFKit.PDFDocument): PdfSheet {
  return {
    text(text, { x, y, size, colour = "#211f1b" }) {
      document.fontSize(size).fillColor(colour);
      document.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
    },
    widthOf: (text, size) => document.fontSize(size).widthOfString(text),
    line(path, { width, colour }) {
      document.path(path).lineWidth(width).undash().stroke(colour);
    },
    drawing: (svg, at) => drawInPdf(document, svg, at),
    qr({ size, modules }, { x, y, edge }) {
      const module = edge / size;
      for (let row = 0; row < size; row++) {
        const dark = modules.slice(row * size, (row + 1) * size);
        for (const run of dark.matchAll(/1+/g)) {
          document.rect(x + run.index * module, y + row * module, run[0].length * module, module);
        }
      }
      document.fill("#000000");
    },
    picture(file, { x, y, width, height }) {
      document.image(file, x, y, { fit: [width, height], align: "center", valign: "center" });
    },
  };
}

import { brushFace } from "#app/platform/pdf-face.server.ts";
import { type PdfSheet, pdfSheets } from "#app/platform/pdf-sheets.server.ts";
import { qrOf } from "#app/platform/qr.server.ts";
import { setLines } from "#app/platform/set-lines.ts";
import type { CertificateWords } from "./certificate-words.ts";
import { fitName } from "./fit-name.ts";
import { composed } from "./settable.ts";

/** A certificate to be set: its words, the markup of its drawing, and where its code leads. */
export type SheetToSet = { words: CertificateWords; drawing: string; link: string };

const A4_ACROSS: [number, number] = [842, 595];
const MIDDLE = A4_ACROSS[0] / 2;
const [GREEN, BRASS, GREY, INK] = ["#0b4a2f", "#b89a5c", "#5b564b", "#211f1b"];
/** A frame whose corners are cut in by a quarter of a circle, and a hairline within it. */
const FRAME = { inset: 26, corner: 15, hair: 5 };
const NAME = { room: 600, largest: 50, floor: 30 };
const LINES = { room: 620, size: 18, step: 28, from: 316 };
const DRAWN = { x: 64, y: 428, width: 168 };
const QR = { x: 708, y: 436, edge: 66 };

/**
 * Certificates as a PDF of A4 across, one a page, written while it is fetched.
 *
 * @param sheets those that can be set: see `printable.ts`.
 * @param logo the club's own sign as a PNG, where it has one.
 */
export const certificatesPdf = (
  sheets: readonly SheetToSet[],
  { title, logo, locale }: { title: string; logo: Buffer | null; locale: string },
): ReadableStream<Uint8Array> =>
  pdfSheets(sheets, (sheet, certificate) => setSheet(sheet, certificate, logo), {
    ...{ title, size: A4_ACROSS, locale },
  });

/** Whether the face of certificates has a code point. */
export const canSet = (codePoint: number): boolean => brushFace().has(codePoint);

function setSheet(
  sheet: PdfSheet,
  { words, drawing, link }: SheetToSet,
  logo: Buffer | null,
): void {
  const line = (text: string, y: number, size: number, colour: string, middle = MIDDLE) => {
    const set = composed(text);
    sheet.text(set, { x: middle - sheet.widthOf(set, size) / 2, y, size, colour });
  };
  sheet.line(framePath(FRAME.inset), { width: 1.3, colour: GREEN });
  sheet.line(framePath(FRAME.inset + FRAME.hair), { width: 0.5, colour: BRASS });
  if (logo) sheet.picture(logo, { x: MIDDLE - 60, y: 46, width: 120, height: 30 });
  line(words.club, logo ? 98 : 90, 15, GREEN);
  line(words.title, 152, 40, GREEN);
  sheet.line(`M${MIDDLE - 34} 170h68`, { width: 1, colour: BRASS });
  line(words.to, 198, 13, GREY);
  setName(sheet, words.name, line);
  sheet.line(`M${MIDDLE - 210} 282h420`, { width: 0.5, colour: BRASS });
  let y = LINES.from;
  for (const sentence of words.lines) {
    for (const part of setLines(composed(sentence), (text) => fits(sheet, text))) {
      line(part, y, LINES.size, INK);
      y += LINES.step;
    }
  }
  line(words.day, y + 2, 13, GREY);
  sheet.drawing(drawing, DRAWN);
  sheet.line(`M${MIDDLE - 90} 512h180`, { width: 0.5, colour: GREY });
  line(words.sign, 527, 10, GREY);
  sheet.qr(qrOf(link), QR);
  const code = QR.x + QR.edge / 2;
  line(words.code, 519, 11, INK, code);
  const check = sheet.widthOf(words.check, 8);
  line(words.check, 532, 8, GREY, Math.min(code, 784 - check / 2));
}

const fits = (sheet: PdfSheet, text: string) => sheet.widthOf(text, LINES.size) <= LINES.room;

type Line = (text: string, y: number, size: number, colour: string) => void;

function setName(sheet: PdfSheet, name: string, line: Line): void {
  const { size, lines } = fitName(composed(name), (text) => sheet.widthOf(text, 1), NAME);
  // One line stands in the middle of the room for two.
  const first = lines.length === 1 ? 240 + size / 3 : 236;
  lines.forEach((each, place) => {
    line(each, first + place * size * 1.12, size, INK);
  });
}

/** A frame around the sheet, so far from its edge. */
function framePath(inset: number): string {
  const [right, bottom] = [A4_ACROSS[0] - inset, A4_ACROSS[1] - inset];
  const r = FRAME.corner;
  const turn = (x: number, y: number) => `A${r} ${r} 0 0 0 ${x} ${y}`;
  return [
    `M${inset + r} ${inset}H${right - r}`,
    `${turn(right, inset + r)}V${bottom - r}`,
    `${turn(right - r, bottom)}H${inset + r}`,
    `${turn(inset, bottom - r)}V${inset + r}`,
    `${turn(inset + r, inset)}Z`,
  ].join("");
}

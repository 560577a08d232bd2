import { inflateSync } from "node:zlib";

/**
 * A font out of its WOFF (https://www.w3.org/TR/WOFF/): the tables that are compressed in there, as they are in a
 * TrueType or OpenType file. fontkit reads WOFF too, but unpacks the whole table for every glyph that it takes out, and
 * finds no characters in one file of Noto Sans SC, the slice with š and 經.
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("Not a WOFF.");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, place) => {
    const at = 44 + 20 * place;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    return { at, offset: offset as number, packed: packed as number, length: length as number };
  });
  const head = 12 + 16 * count;
  const size = tables.reduce((sum, { length }) => sum + padded(length), head);
  const font = Buffer.alloc(size);
  woff.copy(font, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(16 * 2 ** power, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(16 * (count - 2 ** power), 10);
  let to = head;
  tables.forEach(({ at, offset, packed, length }, place) => {
    const entry = 12 + 16 * place;
    woff.copy(font, entry, at, at + 4);
    woff.copy(font, entry + 4, at + 16, at + 20);
    font.writeUInt32BE(to, entry + 8);
    font.writeUInt32BE(length, entry + 12);
    const table = woff.subarray(offset, offset + packed);
    (packed < length ? inflateSync(table) : table).copy(font, to);
    to += padded(length);
  });
  return font;
}

/** Tables begin at multiples of four bytes. */
const padded = (length: number) => Math.ceil(length / 4) * 4;

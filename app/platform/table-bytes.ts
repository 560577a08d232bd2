import type { TableEncoding } from "./table-encoding.ts";

/** What the first bytes of a file say it is, and how text in it is encoded where they say so. */

/** What was found in place of a table of text. */
export type ForeignContent = "spreadsheet" | "archive" | "picture" | "pdf" | "markup" | "binary";

const signatures: readonly (readonly [ForeignContent, string])[] = [
  ["spreadsheet", "\xD0\xCF\x11\xE0"],
  ["pdf", "%PDF"],
  ["picture", "\x89PNG"],
  ["picture", "\xFF\xD8\xFF"],
  ["picture", "GIF8"],
  ["picture", "RIFF"],
  ["picture", "II*\0"],
  ["picture", "MM\0*"],
  ["picture", "\0\0\0\x18ftyp"],
  ["picture", "\0\0\0\x1Cftyp"],
  ["archive", "\x1F\x8B"],
  ["archive", "7z\xBC\xAF"],
  ["archive", "Rar!"],
];

/**
 * Says what a file is when it is no text, by its first bytes (some thousands are enough); null for text.
 *
 * Names lie: people rename an .xlsx to .csv. A spreadsheet is told from other archives, as its owner can
 * save it as CSV, and so is a web page that a system wrote with the ending .xls.
 */
export function foreignContent(head: Uint8Array): ForeignContent | null {
  const latin = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  if (latin.startsWith("PK\x03\x04")) {
    return /\[Content_Types\]\.xml|xl\/|_rels\//.test(latin) ? "spreadsheet" : "archive";
  }
  const known = signatures.find(([, signature]) => latin.startsWith(signature));
  if (known) return known[0];
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|\?xml|table|meta)/i.test(latin)) return "markup";
  return utf16By(head) === null && hasControls(head) ? "binary" : null;
}

/** The encoding that the first bytes decide by themselves: a byte order mark, or the pattern of UTF-16. */
export function encodingByHead(head: Uint8Array): TableEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33)
    return "gb18030";
  return utf16By(head);
}

/** Separators, digits and line ends make every second byte of UTF-16 nought, and always the same second. */
function utf16By(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const noughts = [0, 0];
  for (let i = 0; i < head.length; i++) {
    if (head[i] === 0) noughts[i & 1] = (noughts[i & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = noughts;
  const many = Math.max(3, head.length / 20);
  if (odd > many && even * 20 < odd) return "utf-16le";
  if (even > many && odd * 20 < even) return "utf-16be";
  return null;
}

/** Text has tabs and line ends, a page break or an end mark, but hardly another control character. */
function hasControls(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a) {
      controls++;
    }
  }
  return controls > Math.max(2, head.length / 500);
}

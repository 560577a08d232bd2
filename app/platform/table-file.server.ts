import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import { encodingByHead, type ForeignContent, foreignContent } from "./table-bytes.ts";
import {
  decoded,
  type EncodingReading,
  guessEncoding,
  readingsOf,
  type TableEncoding,
} from "./table-encoding.ts";
import { recordSplitter, type TableRecord } from "./table-records.ts";

/** Opens the bytes of a file from the start; called once for each pass over them. */
export type TableSource = () => AsyncIterable<Uint8Array>;

/** What a first pass over a file finds out, and a second needs. */
export type TableFacts = {
  encoding: TableEncoding;
  delimiter: "," | "\t" | ";";
  bytes: number;
  /** SHA-256 of the bytes, hexadecimal: the same file again is known by it. */
  sha256: string;
};

/** Why a file is no table; each is something its sender can put right. */
export type TableRefusal =
  | { reason: "empty" }
  | { reason: "too-large"; limitBytes: number }
  | { reason: "not-a-table"; found: ForeignContent }
  | { reason: "encoding-in-doubt"; readings: EncodingReading[] };

export type TableInspection =
  | { ok: true; table: TableFacts }
  | { ok: false; refusal: TableRefusal };

/** How far a file is read, in bytes, and how it is encoded where somebody has said so. */
export type TableLimits = { maxBytes: number; encoding?: TableEncoding };

const headBytes = 65_536;
const pieceBytes = 65_536;
const LINE_FEED = 10;

/**
 * Goes over a file once, in flat memory: is it text, how is it encoded and delimited, how large is it.
 * Reads no further than the limit.
 */
export async function inspectTable(
  source: TableSource,
  { maxBytes, encoding: told }: TableLimits,
): Promise<TableInspection> {
  const sha256 = createHash("sha256");
  const head = new Sample();
  const firstForeignLetters = new Sample();
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let validUtf8 = true;
  let hasNought = false;

  for await (const chunk of source()) {
    hasNought ||= chunk.includes(0);
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return refused({ reason: "too-large", limitBytes: maxBytes });
    sha256.update(chunk);
    head.add(chunk);
    if (!firstForeignLetters.empty || !isAscii(chunk)) firstForeignLetters.add(chunk);
    if (validUtf8) validUtf8 = decodes(utf8, chunk);
  }
  if (bytes === 0) return refused({ reason: "empty" });

  const found = foreignContent(head.bytes);
  if (found) return refused({ reason: "not-a-table", found });
  const guess = told ?? encodingByHead(head.bytes) ?? guessOf(firstForeignLetters, validUtf8);
  if (typeof guess !== "string") return refused({ reason: "encoding-in-doubt", readings: guess });
  const encoding = guess;
  if (hasNought && !encoding.startsWith("utf-16")) {
    return refused({ reason: "not-a-table", found: "binary" });
  }
  const text = decoded(head.bytes, encoding);
  if (text.trim() === "" && bytes <= headBytes) return refused({ reason: "empty" });
  const delimiter = delimiterOf(text);
  return { ok: true, table: { encoding, delimiter, bytes, sha256: sha256.digest("hex") } };
}

/** Reads a table's records in batches of what some ten thousand bytes hold, in flat memory. */
export async function* readTable(
  source: TableSource,
  table: Pick<TableFacts, "encoding" | "delimiter">,
): AsyncGenerator<TableRecord[], void, undefined> {
  const decoder = new TextDecoder(table.encoding);
  const splitter = recordSplitter(table.delimiter);
  for await (const chunk of source()) {
    for (let at = 0; at < chunk.byteLength; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes);
      const records = splitter.push(decoder.decode(piece, { stream: true }));
      if (records.length > 0) yield records;
    }
  }
  const last = [...splitter.push(decoder.decode()), ...splitter.finish()];
  if (last.length > 0) yield last;
}

/** The source of bytes that are in memory already. */
export function bytesSource(bytes: Uint8Array): TableSource {
  return async function* () {
    yield bytes;
  };
}

/** The first bytes of what is added to it. */
class Sample {
  #parts: Uint8Array[] = [];
  #size = 0;

  get full(): boolean {
    return this.#size >= headBytes;
  }
  get empty(): boolean {
    return this.#size === 0;
  }
  get bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
  add(chunk: Uint8Array): void {
    if (this.full) return;
    const part = Uint8Array.prototype.slice.call(chunk, 0, headBytes - this.#size);
    this.#parts.push(part);
    this.#size += part.byteLength;
  }
}

function refused(refusal: TableRefusal): TableInspection {
  return { ok: false, refusal };
}

/** The encoding of what does not say so, or how it would read in those that come near each other. */
function guessOf(foreign: Sample, validUtf8: boolean): TableEncoding | EncodingReading[] {
  if (foreign.empty) return "utf-8";
  const whole = foreign.full ? foreign.bytes.lastIndexOf(LINE_FEED) + 1 : 0;
  const sample = whole > 0 ? foreign.bytes.subarray(0, whole) : foreign.bytes;
  const guess = guessEncoding(sample, validUtf8);
  return guess.sure ? guess.encoding : readingsOf(sample, guess.candidates);
}

function decodes(decoder: TextDecoder, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The delimiter that the first lines have most of; a comma where there is none. */
function delimiterOf(text: string): TableFacts["delimiter"] {
  const lines = text.split(/\r\n|\r|\n/, 50).join("\n");
  const count = (delimiter: string) => lines.split(delimiter).length;
  const [comma, tab, semicolon] = [count(","), count("\t"), count(";")];
  if (tab > comma && tab >= semicolon) return "\t";
  return semicolon > comma ? ";" : ",";
}

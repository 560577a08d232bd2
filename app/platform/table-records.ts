/**
 * Splits the text of a delimited table into records, a piece of text at a time and in flat memory.
 *
 * It reads what people's exports contain, not only RFC 4180: line ends of all three kinds, quotes inside
 * cells (`="RO1"`), and quotes that were never meant to open anything. A quoted cell may hold line
 * breaks, but only if its closing quote stands where one belongs and soon; otherwise its opening
 * quote is taken as an ordinary character, so one stray quote costs one cell and not the rest of the file.
 */

export type TableRecord = {
  /** The line of the file the record begins on, from 1. */
  line: number;
  cells: string[];
  /** What ended it: a line end, the file, or the file inside an open quote. */
  end: "line" | "file" | "open-quote";
  /** A cell of it begins with a quote that never closes where one may. */
  strayQuote?: true;
};

export type RecordSplitter = {
  /** The records that the text completes. */
  push(text: string): TableRecord[];
  /** What is left when the file has ended. */
  finish(): TableRecord[];
};

/** A record longer than this, in characters, is cut there; nothing people write in a row comes near it. */
export const longestRecord = 65_536;
/** More line breaks than this in a cell mean that its quote was a stray one. */
export const mostBreaksInCell = 20;
const mostCells = 512;

type Parsed = {
  cells: string[];
  next: number;
  breaks: number;
  openQuote: boolean;
  strayQuote: boolean;
};

export function recordSplitter(delimiter: string): RecordSplitter {
  let rest = "";
  let line = 1;
  let skippingLine = false;

  function take(final: boolean): TableRecord[] {
    const records: TableRecord[] = [];
    const text = rest;
    let at = 0;
    while (at < text.length) {
      const lineEnd = endOfLine(text, at, final);
      if (lineEnd === -1 && !final) {
        if (text.length - at <= longestRecord) break;
        if (!skippingLine) records.push(splitPlain(text.slice(at, at + longestRecord), "line"));
        skippingLine = true;
        at = text.length;
        break;
      }
      const stop = lineEnd === -1 ? text.length : lineEnd;
      if (skippingLine) {
        skippingLine = false;
        line++;
        at = afterLineEnd(text, stop);
        continue;
      }
      const row = text.slice(at, Math.min(stop, at + longestRecord));
      if (!row.includes('"')) {
        records.push(splitPlain(row, lineEnd === -1 ? "file" : "line"));
        line++;
        at = afterLineEnd(text, stop);
        continue;
      }
      const parsed = parseRecord(text, at, delimiter, final);
      if (parsed === "more") break;
      const end = parsed.next < text.length ? "line" : parsed.openQuote ? "open-quote" : "file";
      const stray = parsed.strayQuote ? { strayQuote: true as const } : {};
      records.push({ line, cells: parsed.cells, end, ...stray });
      line += parsed.breaks + 1;
      at = afterLineEnd(text, parsed.next);
    }
    rest = text.slice(at);
    return records;
  }

  function splitPlain(row: string, end: "line" | "file"): TableRecord {
    return { line, cells: row.split(delimiter, mostCells), end };
  }

  return {
    push(text) {
      rest = rest === "" ? text : rest + text;
      return take(false);
    },
    finish: () => take(true),
  };
}

/** Where the line ends; -1 if it does not, or if a carriage return may be half of a line end. */
function endOfLine(text: string, from: number, final: boolean): number {
  const feed = text.indexOf("\n", from);
  const upTo = feed === -1 ? text.length : feed;
  const carriage = text.slice(from, upTo).indexOf("\r");
  if (carriage === -1) return feed;
  const at = from + carriage;
  return at === text.length - 1 && !final ? -1 : at;
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
}

/** Parses the record that begins at `from`, or asks for more text when a quoted cell may go on. */
function parseRecord(
  text: string,
  from: number,
  delimiter: string,
  final: boolean,
): Parsed | "more" {
  const cells: string[] = [];
  let breaks = 0;
  let openQuote = false;
  let strayQuote = false;
  let at = from;
  for (;;) {
    let start = at;
    while (text[start] === " ") start++;
    const quoted = text[start] === '"' ? parseQuoted(text, start, from, delimiter, final) : "stray";
    if (quoted === "more") return "more";
    if (typeof quoted === "object") {
      cells.push(quoted.cell);
      breaks += quoted.breaks;
      at = quoted.next;
    } else {
      if (quoted === "open") openQuote = true;
      if (text[start] === '"' && quoted === "stray") strayQuote = true;
      const next = endOfCell(text, at, delimiter);
      cells.push(text.slice(at, next));
      at = next;
    }
    if (text[at] !== delimiter || cells.length >= mostCells) break;
    at++;
  }
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  if (at >= text.length - 1 && text[at] !== "\n" && !final) return "more";
  return { cells, next: at, breaks, openQuote, strayQuote };
}

/**
 * Parses a cell whose opening quote is at `open`. `stray`: the quote opens nothing. `open`: the file
 * ends before it is closed.
 */
function parseQuoted(
  text: string,
  open: number,
  recordStart: number,
  delimiter: string,
  final: boolean,
): { cell: string; next: number; breaks: number } | "stray" | "open" | "more" {
  const furthest = recordStart + longestRecord;
  let cell = "";
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1 || quote > furthest) {
      const within = text.slice(open, Math.min(text.length, furthest));
      const mayGoOn = text.length < furthest && breaksIn(within) <= mostBreaksInCell;
      if (quote === -1 && mayGoOn) return final ? "open" : "more";
      return "stray";
    }
    cell += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      cell += '"';
      from = quote + 2;
      continue;
    }
    let next = quote + 1;
    while (text[next] === " ") next++;
    if (next >= text.length && !final) return "more";
    const closes =
      next >= text.length || text[next] === delimiter || text[next] === "\r" || text[next] === "\n";
    if (!closes) return "stray";
    const breaks = breaksIn(cell);
    return breaks <= mostBreaksInCell ? { cell, next, breaks } : "stray";
  }
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === "\n" || character === "\r") break;
    at++;
  }
  return at;
}

import { setImmediate as otherThingsFirst } from "node:timers/promises";

/** A line of a file that is brought in; a line that is no row is `ignored`. */
export type ImportLine = { line: number; as: "row" | "ignored" };

/** Rows of one transaction: enough that its fixed costs disappear, few enough to lock nobody out for long. */
export const ROWS_IN_CHUNK = 2_000;

/**
 * Gathers a file's lines into chunks of so many rows, without those up to `behind`. The next chunk is
 * read while the present one is being worked on, but none further: memory stays flat however slow
 * that is.
 */
export async function* chunks<Line extends ImportLine>(
  batches: AsyncGenerator<Line[]>,
  behind: number,
  rowsInChunk = ROWS_IN_CHUNK,
): AsyncGenerator<Line[], void, undefined> {
  const gathered = gather(batches, behind, rowsInChunk);
  let next = ahead(gathered);
  for (;;) {
    const { value, done } = await next;
    if (done) return;
    next = ahead(gathered);
    yield value;
  }
}

async function* gather<Line extends ImportLine>(
  batches: AsyncGenerator<Line[]>,
  behind: number,
  rowsInChunk: number,
): AsyncGenerator<Line[], void, undefined> {
  let chunk: Line[] = [];
  for await (const batch of batches) {
    // Or else reading, which rarely has to wait, would keep the answers of the database waiting.
    await otherThingsFirst();
    for (const line of batch) {
      if (line.line <= behind) continue;
      chunk.push(line);
      if (chunk.length >= rowsInChunk) {
        yield chunk;
        chunk = [];
      }
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** Asks for the next chunk now. A failure to read it is thrown when it is waited for, not before. */
function ahead<Value>(generator: AsyncGenerator<Value, void, undefined>) {
  const next = generator.next();
  next.catch(() => {});
  return next;
}

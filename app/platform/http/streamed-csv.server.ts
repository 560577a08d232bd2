import type { AppLoadContext } from "@remix-run/node";
import { bodyOf, goOnOf } from "./takes-more.server.ts";

/**
 * Answers with a CSV file that is written while it is read, in flat memory however long it is and however slow whoever
 * reads it. Nobody else may keep it.
 *
 * @param lines ended early where nobody reads on.
 * @param name of the file; it has no quotes.
 */
export function streamedCsv(
  context: AppLoadContext,
  lines: AsyncIterable<string>,
  name: string,
): Response {
  return new Response(bodyOf(inPace(lines, goOnOf(context))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

async function* inPace(
  lines: AsyncIterable<string>,
  goOn: () => Promise<boolean>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  const pieces = lines[Symbol.asyncIterator]();
  try {
    while (await goOn()) {
      const { done, value } = await pieces.next();
      if (done) return;
      yield encoder.encode(value);
    }
  } finally {
    await pieces.return?.();
  }
}

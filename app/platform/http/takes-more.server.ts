import type { AppLoadContext } from "@remix-run/node";
import type { Response } from "express";

/**
 * Waits until an answer takes more than it was given, so that a slow reader is waited for and not remembered for. Remix
 * writes whatever a stream has, whether or not anybody has read what came before.
 *
 * @returns false once nobody reads it any more.
 */
export async function takesMore(response: Response): Promise<boolean> {
  if (response.writableNeedDrain && !response.closed) {
    await new Promise<void>((resolve) => {
      const done = () => {
        response.off("drain", done);
        response.off("close", done);
        resolve();
      };
      response.on("drain", done);
      response.on("close", done);
    });
  }
  return !response.closed;
}

/** The same for a route, which knows its answer by what the server gave it. */
export const goOnOf = (context: AppLoadContext): (() => Promise<boolean>) =>
  typeof context.takesMore === "function"
    ? (context.takesMore as () => Promise<boolean>)
    : async () => true;

/** A generator as the body of an answer: it goes on as it is read, and is ended with it. */
export function bodyOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

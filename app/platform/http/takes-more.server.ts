import type { AppLoadContext } from "@remix-run/node";
import type { RequestHandler, Response } from "express";

/** Whether an answer took what it was last given, and who waits until it takes more. */
type Pace = { full: boolean; waiting: (() => void)[] };

const paces = new WeakMap<Response, Pace>();

/**
 * Remembers of every answer whether it takes more. Whoever compresses one tells that to nobody but whoever writes it, so
 * this comes after the compressing.
 */
export const keepPace: RequestHandler = (_request, response, next) => {
  const pace: Pace = { full: false, waiting: [] };
  paces.set(response, pace);
  const goOn = () => {
    pace.full = false;
    for (const each of pace.waiting.splice(0)) each();
  };
  response.on("drain", goOn);
  response.on("close", goOn);
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  response.write = ((...given: unknown[]) => {
    const takes = write(...given);
    pace.full = !takes;
    return takes;
  }) as Response["write"];
  next();
};

/**
 * Waits until an answer takes more than it was given, so that a slow reader is waited for and not remembered for. Remix
 * writes whatever a stream has, whether or not anybody has read what came before.
 *
 * @returns false once nobody reads it any more.
 */
export async function takesMore(response: Response): Promise<boolean> {
  const pace = paces.get(response);
  if (pace?.full && !response.closed) {
    await new Promise<void>((resolve) => pace.waiting.push(resolve));
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

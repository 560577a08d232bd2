import { log } from "./log.server.ts";

/**
 * Does a task's work for several, each by itself: one for which it cannot be done now holds up nobody else's, and is
 * tried again the next time.
 *
 * @param failed what the log says of one for which it could not be done.
 * @param work answers whether it was done.
 * @returns for how many it was.
 * @throws the last failure, once all were tried.
 */
export async function eachByItself(
  due: readonly { id: number }[],
  failed: string,
  work: (id: number) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  let failure: unknown;
  for (const { id } of due) {
    try {
      if (await work(id)) done += 1;
    } catch (error) {
      failure = error;
      log().error({ err: error, id }, failed);
    }
  }
  if (failure) throw failure;
  return done;
}

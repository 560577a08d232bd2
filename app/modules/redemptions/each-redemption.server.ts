import { log } from "#app/platform/log.server.ts";

/**
 * Does a task's work for several redemptions, each by itself: one for which it cannot be done now holds up nobody
 * else's, and is tried again the next time.
 *
 * @param work answers whether it was done.
 * @returns for how many it was.
 * @throws the last failure, once all were tried.
 */
export async function eachRedemption(
  due: readonly { id: number }[],
  work: (id: number) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  let failure: unknown;
  for (const { id } of due) {
    try {
      if (await work(id)) done += 1;
    } catch (error) {
      failure = error;
      log().error({ err: error, redemption: id }, "a redemption could not be taken on");
    }
  }
  if (failure) throw failure;
  return done;
}

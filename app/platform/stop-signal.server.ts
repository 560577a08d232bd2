import { log } from "./log.server.ts";

/** A signal to a group of processes reaches us twice where whoever started us passes it on. */
const SAME_SIGNAL_MS = 1_000;

/** The parts of a process that was told how to stop. */
export type Stoppable = {
  /**
   * Begins a part. At a stop its `end` is called, also where it is still beginning, and those that began
   * before it end after it. What began too late for that neither fails nor goes on: the process is ending.
   *
   * @throws what the part throws, after those that began before it have ended: nothing is left behind by a
   *   start that failed.
   */
  begin<T>(part: Promise<T>, end?: (begun: T) => Promise<unknown>): Promise<T>;
};

/**
 * Lets SIGTERM and SIGINT stop the process in order, and ends it then; a second signal ends it at once.
 * Called before anything is begun: a database that is just starting would outlive the process otherwise.
 */
export function stopOnSignal(): Stoppable {
  const ends: (() => Promise<unknown>)[] = [];
  let stoppedAt: number | undefined;

  const stop = async () => {
    for (const end of ends.reverse()) await end();
  };
  const handle = (signal: NodeJS.Signals) => {
    if (stoppedAt !== undefined) {
      if (performance.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    stoppedAt = performance.now();
    log().info({ signal }, "stopping");
    stop().then(
      () => process.exit(0),
      (error) => {
        log().error({ err: error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", handle);
  process.on("SIGINT", handle);

  return {
    async begin(part, end) {
      if (end) ends.push(() => part.then(end, () => {}));
      const outcome = await part.then(
        (begun) => ({ begun }),
        (error: unknown) => ({ error }),
      );
      if (stoppedAt !== undefined) return new Promise<never>(() => {});
      if ("error" in outcome) {
        stoppedAt = performance.now();
        await stop();
        throw outcome.error;
      }
      return outcome.begun;
    },
  };
}

/** Thrown by work that was not begun because too much of it was waiting. */
export class QueueFull extends Error {}

/**
 * Makes a queue that does so many things at once and lets so many more wait, in the order they came.
 *
 * Waiting here costs nothing; waiting in the database holds a connection, and twenty retries of one
 * request would leave none for the rest of the site.
 */
export function queueOf({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const line: (() => void)[] = [];
  let running = 0;

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new QueueFull();
      await new Promise<void>((resolve) => line.push(resolve));
    } else {
      running++;
    }
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running--;
    }
  };
}

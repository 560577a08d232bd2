import { setTimeout as sleep } from "node:timers/promises";
import { dbPool } from "#app/platform/db.server.ts";
import { endSessionLock, trySessionLock } from "#app/platform/locks.server.ts";
import { log } from "#app/platform/log.server.ts";
import type { ImportKind } from "./import-run.ts";

export type ImportLock = {
  /** Whether it is still ours: the server lets go of it when the connection breaks. */
  held(): boolean;
  release(): Promise<void>;
};

/** The lock went with its connection: another process may be bringing files in. Says nothing of the file. */
export class ImportLockLost extends Error {
  constructor() {
    super("The import's lock was lost with its connection.");
  }
}

const POLL_MS = 300;

/**
 * Waits until no other process brings in a file of this kind, and keeps others out until released.
 *
 * It is a lock of the database's session, so a process that is killed leaves none behind. While it
 * waits it holds no connection.
 *
 * @param onWait called once, when the lock is found taken.
 * @throws the signal's reason when it fires while waiting.
 */
export async function lockImports(
  kind: ImportKind,
  onWait: () => void,
  signal?: AbortSignal,
): Promise<ImportLock> {
  for (let tries = 0; ; tries++) {
    signal?.throwIfAborted();
    const lock = await tryLock(kind);
    if (lock) return lock;
    if (tries === 0) onWait();
    await sleep(POLL_MS, undefined, { signal });
  }
}

async function tryLock(kind: ImportKind): Promise<ImportLock | null> {
  const client = await dbPool().connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
    log().warn({ err: error }, "the connection that holds an import's lock broke");
  };
  client.on("error", onError);
  const giveBack = () => {
    client.off("error", onError);
    client.release(broken);
  };
  try {
    if (!(await trySessionLock(client, "imports", kind))) {
      giveBack();
      return null;
    }
  } catch (error) {
    broken ??= error as Error;
    giveBack();
    throw error;
  }
  return {
    held: () => broken === undefined,
    async release() {
      if (!broken) {
        await endSessionLock(client, "imports", kind).catch((error: Error) => {
          broken = error;
        });
      }
      giveBack();
    },
  };
}

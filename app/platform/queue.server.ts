import type { Db } from "./db.server.ts";

export type JobOptions = {
  /** A second job with the same key replaces the first while that waits. */
  jobKey?: string;
  /** Jobs of one queue are done one after the other, in whichever process. */
  queue?: string;
  runAt?: Date;
  /** Default 25, which with growing pauses is about four days. */
  maxAttempts?: number;
};

/**
 * Hands work to the job queue, inside the caller's transaction: the job exists if and only if what it
 * follows from was committed. It runs at least once, so its effects must bear being asked for twice.
 *
 * @param task a name that app/jobs.server.ts knows.
 */
export async function enqueue(
  db: Db,
  task: string,
  payload: Record<string, unknown>,
  { jobKey, queue, runAt, maxAttempts }: JobOptions = {},
): Promise<void> {
  await db.$queryRaw`
    select id::text from graphile_worker.add_job(
      identifier => ${task}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${queue ?? null}::text,
      run_at => ${runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts ?? null}::int,
      job_key => ${jobKey ?? null}::text)`;
}

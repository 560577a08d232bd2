import { Logger } from "graphile-worker";
import { log } from "../log.server.ts";

const LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/**
 * The job queue's messages in our log. What it calls information (each job done) is detail here. Only
 * the message is kept: the rest of an entry holds payloads, and those hold e-mail addresses.
 */
export function queueLogger(): Logger {
  return new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    log()[LEVELS[level]]({ task: taskIdentifier, job: jobId }, message);
  });
}

import { type Logger, pino } from "pino";
import { env } from "./env.server.ts";
import { singleton } from "./singleton.server.ts";

/** What must never reach a log, wherever in an object it stands. */
const SECRETS = ["password", "passwordHash", "code", "token", "cookie", "authorization", "secret"];
const AT_DEPTHS = ["", "*.", "*.*.", "req.headers.", "res.headers."];

/** The process's log: one JSON line an entry, secrets replaced. */
export function log(): Logger {
  return singleton("log", () =>
    pino({
      level: env().LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          ...AT_DEPTHS.flatMap((depth) => SECRETS.map((name) => `${depth}${name}`)),
          'res.headers["set-cookie"]',
          'req.headers["idempotency-key"]',
        ],
        censor: "[removed]",
      },
    }),
  );
}

/**
 * SQLSTATEs and driver codes of failures that say nothing about the request: it may be sent again.
 * Serialization failure, deadlock, lock timeout, too many connections, a server that shuts down,
 * starts or crashed, connections that broke or could not be had in time, and transactions that ran out of
 * time or were lost with their connection.
 */
const TRANSIENT = new Set([
  "40001",
  "40P01",
  "55P03",
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2034",
]);

/** The driver reports some broken connections in words only. */
const BROKEN_CONNECTION = /connection terminated|server closed the connection|connection ended/i;

/** Whether a failure of the database says nothing about the request, so that it may be sent again. */
export function isTransient(error: unknown): boolean {
  return causes(error).some(
    ({ code, message }) =>
      (code !== undefined && TRANSIENT.has(code)) || BROKEN_CONNECTION.test(message ?? ""),
  );
}

/** The SQLSTATE that the database gave for a failure, if it came from there. */
export function sqlState(error: unknown): string | undefined {
  return causes(error).find(
    ({ code }) => code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code),
  )?.code;
}

/** Whether something was to be unique and is there already. */
export const isUniqueViolation = (error: unknown): boolean => sqlState(error) === "23505";

type Cause = { code?: string; message?: string };

/** An error and everything it was caused by: Prisma wraps the driver's error, which wraps the server's. */
function causes(error: unknown): Cause[] {
  const found: Cause[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && found.length < 20) {
    const next = queue.shift();
    if (typeof next !== "object" || next === null) continue;
    const fields = next as Record<string, unknown>;
    found.push({
      code: [fields.code, fields.originalCode].find((code) => typeof code === "string") as
        | string
        | undefined,
      message: typeof fields.message === "string" ? fields.message : undefined,
    });
    queue.push(fields.cause, fields.meta, fields.driverAdapterError);
  }
  return found;
}

import { expect, test } from "vitest";
import { isTransient, sqlState } from "./transient-error.ts";

/** As Prisma reports what the server said. */
function reported(originalCode: string): unknown {
  return {
    code: "P2010",
    meta: { driverAdapterError: { cause: { originalCode, kind: "postgres" } } },
  };
}

test.each([
  ["a serialization failure", reported("40001")],
  ["a deadlock", reported("40P01")],
  ["a server that shuts down", reported("57P01")],
  ["a server that is still starting", reported("57P03")],
  ["a connection that could not be made", { code: "P1001" }],
  ["a transaction that could not begin in time", { code: "P2028" }],
  ["a connection reset on the way", new Error("write failed", { cause: { code: "ECONNRESET" } })],
  ["a connection that ended in words only", new Error("Connection terminated unexpectedly")],
])("%s says nothing about the request: it may be sent again", (_case, error) => {
  expect(isTransient(error)).toBe(true);
});

test.each([
  ["a key used for another request", reported("MQ409")],
  ["an account that does not exist", reported("MQ404")],
  ["a broken constraint", reported("23514")],
  ["a missing right", reported("42501")],
  ["a mistake of ours", new TypeError("undefined is not a function")],
  ["nothing", undefined],
])("%s would fail again", (_case, error) => {
  expect(isTransient(error)).toBe(false);
});

test("an error that is its own cause is looked at once", () => {
  const error: Error & { cause?: unknown } = new Error("round");
  error.cause = error;
  expect(isTransient(error)).toBe(false);
});

test("the server's SQLSTATE is found below the words of Prisma", () => {
  expect(sqlState(reported("23505"))).toBe("23505");
  expect(sqlState(reported("MQ409"))).toBe("MQ409");
  expect(sqlState({ code: "P2024" }), "Prisma's own codes are none").toBeUndefined();
  expect(sqlState(new Error("no database was involved"))).toBeUndefined();
});

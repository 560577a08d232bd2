import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signInWithCode } from "#app/modules/auth/sign-in-with-code.server.ts";
import { signInWithPassword } from "#app/modules/auth/sign-in-with-password.server.ts";
import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { keepSessionToken } from "#app/platform/session.server.ts";
import { requireStaff } from "#app/routes/shell/guards.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aBrowser, aPerson } from "../../support/people.ts";

testDatabase();

let written: unknown[] = [];

// The log writes as ever, and is watched doing it.
beforeEach(() => {
  written = [];
  const info = log().info.bind(log());
  vi.spyOn(log(), "info").mockImplementation((...line: Parameters<typeof info>) => {
    written.push((line[0] as { security?: unknown }).security);
    info(...line);
  });
});
afterEach(() => vi.restoreAllMocks());

test("who signs in, and who fails to, is in the log, without what was typed", async () => {
  const person = await aPerson();
  const browser = aBrowser();
  const { address } = browser;
  await signInWithPassword(db(), person.email, person.password, browser);
  await signInWithPassword(db(), person.email, "not the password", browser);
  await signInWithPassword(db(), "nobody@elsewhere.test", "not the password", browser);
  await signInWithCode(db(), person.email, "000000", browser);
  expect(written).toEqual([
    {
      event: "signed-in",
      person: person.id,
      method: "password",
      secondFactor: false,
      address,
    },
    { event: "proof-refused", proof: "password", person: person.id, address },
    { event: "proof-refused", proof: "password", person: null, address },
    { event: "proof-refused", proof: "code", person: null, address },
  ]);
  expect(JSON.stringify(written)).not.toContain("not the password");
  expect(JSON.stringify(written)).not.toContain("@");
});

test("so is what was asked for and forbidden, without the query", async () => {
  const person = await aPerson();
  const opened = await signInWithPassword(db(), person.email, person.password, aBrowser());
  if (!opened.ok) throw new Error(opened.refusal);
  const cookie = String((await keepSessionToken(opened.token, opened.endsAt)).split(";")[0]);
  const request = new Request("http://club.marque.test/admin/audit?person=13800010001", {
    headers: { Cookie: cookie },
  });
  await expect(requireStaff(request, "audit.see")).rejects.toMatchObject({ status: 403 });
  expect(written.at(-1)).toEqual({
    event: "forbidden",
    person: person.id,
    method: "GET",
    path: "/admin/audit",
  });
});

test("and a limit that was reached", async () => {
  const limit = { name: "test", turns: 1, seconds: 60 };
  await consumeAttempt(limit, "somebody");
  await consumeAttempt(limit, "somebody");
  expect(written).toEqual([{ event: "limit-reached", limit: "test" }]);
});

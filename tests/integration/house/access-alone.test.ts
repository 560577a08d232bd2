import { describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { everyCall, expectAnswers, refusedAndOneOfEach, walk } from "../../support/access/walk.ts";
import { testDatabase } from "../../support/database.ts";

// Beside access.test.ts and not in it, so that two workers share the walk.

testDatabase();
const site = walk();

describe("what is asked of one file alone, without the guard of the frame around it", () => {
  const alone = everyCall.filter(({ id }) => id !== "routes/home/public/_index");

  test.each(alone)("$name", async ({ id, call }) => {
    // As everybody who is let in the whole site is asked.
    const personas = refusedAndOneOfEach(call.answers);
    await expectAnswers(
      call,
      call.answers,
      (persona) => site.askAlone(id, call, persona),
      personas,
    );
  });
});

test("after all that was asked, others' things are as they were", async () => {
  const { sessionId } = site.cast.others;
  expect(await db().session.findUnique({ where: { id: sessionId } })).not.toBeNull();
});

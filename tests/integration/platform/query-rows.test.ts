import { expect, test } from "vitest";
import { Prisma } from "#app/generated.server/prisma/client.ts";
import { db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { testDatabase } from "../../support/database.ts";

testDatabase();

test("two copies of the file, as in the demo, ask over the same connections", async () => {
  // @ts-expect-error The same file once more.
  const again = await import("#app/platform/query-rows.server.ts?again");
  expect(await queryRows(db(), Prisma.sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(await again.queryRows(db(), Prisma.sql`select 2 as two`)).toEqual([{ two: 2 }]);
});

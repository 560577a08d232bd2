import { expect, test } from "vitest";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember } from "../../support/people.ts";
import { aClub } from "../claims/claims-fixtures.ts";

freshDatabase();

test("tiers are read within a transaction over its own connection: many at once wait for no other", async () => {
  await aClub();
  const { memberId } = await aMember();
  forgetRuleBook();
  const reading = () => inTransaction((tx) => loadTierStatuses(tx, [memberId]), { maxWait: 9_000 });
  const read = await Promise.all(Array.from({ length: 40 }, reading));
  expect(read.map((each) => each.has(memberId))).not.toContain(false);
});

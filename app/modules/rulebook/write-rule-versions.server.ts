import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type ClubRules, defaultClubRules } from "./club-rules.ts";
import { forgetRuleBook } from "./load-rule-book.server.ts";

/** Makes sure that there is a first version of the rules: the one that a club begins with, as of ever. */
export async function ensureRuleBook(db: Db): Promise<void> {
  const { count } = await db.ruleVersion.createMany({
    data: {
      version: 1,
      startsAt: new Date(0),
      settings: defaultClubRules satisfies Prisma.InputJsonValue,
      note: "The rules a club begins with",
    },
    skipDuplicates: true,
  });
  if (count > 0) forgetRuleBook();
}

/**
 * Adds a version of the rules, in the caller's transaction, who forgets the kept book once it is committed.
 *
 * @param version.startsAt the midnight of the club from which it holds.
 */
export async function addRuleVersion(
  db: Db,
  version: {
    version: number;
    startsAt: Date;
    rules: ClubRules;
    note: string;
    /** The person who saved it. */
    by: number;
  },
): Promise<void> {
  const { rules: settings, by: createdBy, ...rest } = version;
  await db.ruleVersion.create({ data: { ...rest, settings, createdBy } });
}

import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type ClubRules, clubRulesSchema } from "#app/modules/rulebook/club-rules.ts";
import { addDays, clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import { type RuleChange, ruleChanges } from "./rule-changes.ts";
import { loadVersions } from "./rule-lock.server.ts";
import { isWithdrawable, seenToken } from "./version-start.ts";

/** A version of the rules as it is listed. */
export type VersionListed = {
  version: number;
  /** Null for the one a club begins with: it holds for all time before the next. */
  startsAt: Date | null;
  state: "past" | "holds" | "to-come" | "withdrawn";
  note: string;
  savedBy: string | null;
  savedAt: Date;
  withdrawal: { by: string | null; at: Date; reason: string } | null;
  /** What it changes in the one it follows; null for the first. */
  changes: RuleChange[] | null;
  withdrawable: boolean;
};

export type RulesPage = {
  /** The version that holds today. */
  holds: { version: number; rules: ClubRules };
  /** Newest first. */
  versions: VersionListed[];
};

/** The rules that hold, and every version there has been, newest first. */
export async function loadRulesPage(db: Db, now = new Date()): Promise<RulesPage> {
  const { versions } = await loadVersions(db);
  const people = await db.person.findMany({
    where: {
      id: {
        in: versions.flatMap(({ createdBy, withdrawal }) =>
          [createdBy, withdrawal?.withdrawnBy].filter((id) => id != null),
        ),
      },
    },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const standing = versions.filter(({ withdrawal }) => !withdrawal);
  const holds = standing.find(({ startsAt }) => startsAt <= now) ?? standing.at(-1);
  const rulesOf = (version: { settings: unknown }) => clubRulesSchema.parse(version.settings);
  return {
    holds: { version: holds?.version ?? 1, rules: rulesOf(holds ?? { settings: {} }) },
    versions: versions.map((each, place) => {
      const followed = versions.slice(place + 1).find(({ withdrawal }) => !withdrawal);
      const { withdrawal } = each;
      return {
        version: each.version,
        startsAt: each.startsAt.getTime() === 0 ? null : each.startsAt,
        state: withdrawal
          ? "withdrawn"
          : each.startsAt > now
            ? "to-come"
            : each.version === holds?.version
              ? "holds"
              : "past",
        note: each.note,
        savedBy: each.createdBy === null ? null : (names.get(each.createdBy) ?? null),
        savedAt: each.createdAt,
        withdrawal: withdrawal && {
          by: names.get(withdrawal.withdrawnBy) ?? null,
          at: withdrawal.withdrawnAt,
          reason: withdrawal.reason,
        },
        changes: followed ? ruleChanges(rulesOf(followed), rulesOf(each)) : null,
        withdrawable: !withdrawal && isWithdrawable(each.startsAt, now),
      };
    }),
  };
}

/** What a form to change the rules begins with. */
export type RulesBase = {
  /** The latest version that stands: the new one follows it. */
  version: number;
  rules: ClubRules;
  /** When it begins, where that is still to come. */
  startsAt: Date | null;
  seen: string;
  /** The first day a new version may begin on. */
  earliest: Day;
  /** How many digits the minor unit of the club's currency has. */
  digits: number;
};

export async function loadRulesBase(db: Db, now = new Date()): Promise<RulesBase> {
  const [{ versions, withdrawals }, { timeZone, currency }] = await Promise.all([
    loadVersions(db),
    loadClub(),
  ]);
  const latest = versions.find(({ withdrawal }) => !withdrawal);
  const time = clubTime(timeZone);
  const startsAt = latest && latest.startsAt > now ? latest.startsAt : null;
  return {
    version: latest?.version ?? 0,
    rules: clubRulesSchema.parse(latest?.settings ?? {}),
    startsAt,
    seen: seenToken(versions[0]?.version ?? 0, withdrawals),
    earliest: addDays(time.dayOf(startsAt ?? now), 1),
    digits: minorDigits(currency),
  };
}

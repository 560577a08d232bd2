import { isDeepStrictEqual } from "node:util";
import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type ClubRules, clubRulesSchema } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { addRuleVersion } from "#app/modules/rulebook/write-rule-versions.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { ruleChanges } from "./rule-changes.ts";
import { loadVersions, lockRules } from "./rule-lock.server.ts";
import {
  FURTHEST_DAYS,
  judgeStart,
  type StartRefusal,
  seenToken,
  type VersionTerms,
} from "./version-start.ts";

export type VersionToSave = Actor &
  VersionTerms & {
    rules: ClubRules;
    /** What the admin saw when they opened the form: see `seenToken`. */
    seen: string;
  };

export type SaveRefusal =
  | StartRefusal
  | { refusal: "start-too-far" | "nothing-changed" }
  /** Somebody saved or withdrew a version since the form was opened. */
  | { refusal: "saved-meanwhile"; version: number; by: string | null }
  | { refusal: "programme-held"; programme: string; members: number };

export type SaveAnswer = { ok: true; version: number } | ({ ok: false } & SaveRefusal);

/**
 * Saves the club's rules as a new version that holds from the midnight its first day begins with, until a
 * later one begins. The same form sent twice is one version; of two admins the second is told.
 */
export async function saveRuleVersion(
  db: PrismaClient,
  wanted: VersionToSave,
): Promise<SaveAnswer> {
  const time = clubTime((await loadClub()).timeZone);
  const startsAt = time.startOfDay(wanted.startsOn);
  const answer = await db.$transaction(async (tx): Promise<SaveAnswer> => {
    await lockRules(tx);
    const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`select clock_timestamp() as now`;
    const { versions, withdrawals } = await loadVersions(tx);
    const newest = versions[0];
    const number = newest?.version ?? 0;
    if (seenToken(number, withdrawals) !== wanted.seen) {
      const again =
        newest?.createdBy === wanted.by &&
        newest.startsAt.getTime() === startsAt.getTime() &&
        newest.note === wanted.note &&
        isDeepStrictEqual(clubRulesSchema.parse(newest.settings), wanted.rules);
      if (newest && again) return { ok: true, version: newest.version };
      const by = newest?.createdBy ? await nameOf(tx, newest.createdBy) : null;
      return { ok: false, refusal: "saved-meanwhile", version: number, by };
    }
    const standing = versions.filter(({ withdrawal }) => !withdrawal);
    const refusal = judgeStart(
      startsAt,
      standing.map(({ version, startsAt }) => ({ version, startsAt })),
      now,
    );
    if (refusal) return { ok: false, ...refusal };
    if (wanted.startsOn > addDays(time.dayOf(now), FURTHEST_DAYS)) {
      return { ok: false, refusal: "start-too-far" };
    }
    const before = clubRulesSchema.parse(standing[0]?.settings ?? {});
    const changes = ruleChanges(before, wanted.rules);
    if (changes.length === 0) return { ok: false, refusal: "nothing-changed" };
    const held = await heldProgramme(tx, before, wanted.rules);
    if (held) return { ok: false, refusal: "programme-held", ...held };

    const version = number + 1;
    const { rules, note, by } = wanted;
    await addRuleVersion(tx, { version, startsAt, rules, note, by });
    await writeAudit(tx, {
      personId: wanted.by,
      action: "rules.saved",
      subject: `rules:${version}`,
      detail: { startsOn: wanted.startsOn, changes: changes.length, reason: wanted.note },
      address: wanted.address,
    });
    return { ok: true, version };
  });
  if (answer.ok) forgetRuleBook();
  return answer;
}

/** A programme that would go although members have its card, if there is one. */
async function heldProgramme(
  db: Db,
  before: ClubRules,
  after: ClubRules,
): Promise<{ programme: string; members: number } | null> {
  const gone = Object.keys(before.earning.programmes).filter(
    (name) => !Object.hasOwn(after.earning.programmes, name),
  );
  for (const programme of gone) {
    const members = await db.member.count({ where: { programme } });
    if (members > 0) return { programme, members };
  }
  return null;
}

async function nameOf(db: Db, id: number): Promise<string | null> {
  return (await db.person.findUnique({ where: { id }, select: { name: true } }))?.name ?? null;
}

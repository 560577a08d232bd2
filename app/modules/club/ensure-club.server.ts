import { randomBytes } from "node:crypto";
import { ensureRuleBook } from "#app/modules/rulebook/write-rule-versions.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type Club, forgetClub, loadClub } from "./load-club.server.ts";

/** How a club begins; an admin changes it later. */
export type ClubBeginnings = {
  name?: string;
  nameZh?: string;
  /** IANA name. */
  timeZone?: string;
  /** ISO 4217. */
  currency?: string;
  demo?: boolean;
};

/**
 * Makes sure that there is a club with a first version of its rules, and gives its settings. The first
 * command that writes creates it; afterwards nothing is changed, whatever is asked for.
 *
 * @throws Error when the demo club is asked for where a real one is.
 */
export async function ensureClub(db: Db, beginnings: ClubBeginnings = {}): Promise<Club> {
  const { name = "Marque", demo = false } = beginnings;
  const known = await db.club.count();
  if (known > 0 && !demo) return loadClub(db);
  const added = await db.club.createMany({
    data: {
      id: 1,
      name,
      nameZh: beginnings.nameZh ?? name,
      timeZone: beginnings.timeZone ?? "Asia/Shanghai",
      currency: beginnings.currency ?? "CNY",
      mode: demo ? "demo" : "real",
      fallbackSecret: randomBytes(32).toString("base64url"),
    },
    skipDuplicates: true,
  });
  await ensureRuleBook(db);
  if (added.count > 0) forgetClub();
  const club = await loadClub(db);
  if (demo && !club.demo) throw new Error("There is a real club in this database already.");
  return club;
}

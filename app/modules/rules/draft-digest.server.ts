import { createHash } from "node:crypto";
import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";

/** Names a draft, so that what is saved is what was previewed. */
export function draftDigest(rules: ClubRules, startsOn: string): string {
  return createHash("sha256")
    .update(JSON.stringify([rules, startsOn]))
    .digest("base64url");
}

import type { ClubRules } from "#app/modules/rulebook/club-rules.ts";

/**
 * Whether a friend was named by somebody else, and has not said yet that they agreed. Whoever filled in the form
 * themselves, or said so at the desk, has.
 */
export const isUnconfirmed = (lead: { source: string; friendAnswer: string | null }): boolean =>
  (lead.source === "form" || lead.source === "api") && lead.friendAnswer !== "confirmed";

/** Whether nothing comes of a lead until the friend says so: a setting of the club's. */
export const needsYes = (
  lead: { source: string; friendAnswer: string | null },
  { friendConfirms }: Pick<ClubRules["referrals"], "friendConfirms">,
): boolean => friendConfirms && isUnconfirmed(lead);

/** Whether the first call waits for a friend's yes: those who can be written to are asked, others say it on the call. */
export const isAskedFirst = (
  lead: { source: string; friendAnswer: string | null; friendEmail: string | null },
  rules: Pick<ClubRules["referrals"], "friendConfirms">,
): boolean => needsYes(lead, rules) && lead.friendEmail !== null;

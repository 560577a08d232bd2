export const ROLES = ["desk", "events", "gifts", "sales", "finance", "admin", "referrer"] as const;

/** What a person may do for the club beside being its member. */
export type Role = (typeof ROLES)[number];

/** Roles of people who work at the dealership; a referrer may be anybody. */
export const STAFF_ROLES = ROLES.filter((role) => role !== "referrer");

export const isStaff = (roles: readonly Role[]): boolean =>
  roles.some((role) => role !== "referrer");

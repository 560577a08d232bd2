import type { Role } from "#app/modules/auth/roles.ts";

/** Whose work it is to know the club's numbers (the roles' table of product.md). */
export const FIGURE_ROLES = ["finance", "admin"] as const satisfies readonly Role[];

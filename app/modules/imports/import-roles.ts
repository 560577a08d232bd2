import type { Role } from "#app/modules/auth/roles.ts";

/** Whose work it is to bring files in (the roles' table of product.md). */
export const IMPORT_ROLES = ["desk", "admin"] as const satisfies readonly Role[];

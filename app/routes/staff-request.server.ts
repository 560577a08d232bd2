import type { Params } from "@remix-run/react";
import type { Role } from "#app/modules/auth/roles.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { requireStaff, type SignedInStaff } from "./guards.server.ts";

export type StaffRequest = { staff: SignedInStaff; locale: Locale; t: Translate };

/**
 * What every staff page begins with: who asks, whether they may, and their language.
 *
 * @param anyOf the roles that may; any role at the dealership where none is named.
 * @throws Response as `requireStaff` does.
 */
export async function readStaffRequest(request: Request, ...anyOf: Role[]): Promise<StaffRequest> {
  const [staff, { locale }] = await Promise.all([
    requireStaff(request, ...anyOf),
    readPreferences(request),
  ]);
  return { staff, locale, t: translator(locale) };
}

/**
 * The member number in a page's address.
 *
 * @throws Response 404 for what cannot be one, before it reaches the database.
 */
export function memberNumberIn(params: Params): string {
  if (!/^M\d{8}$/.test(params.number ?? "")) throw new Response(null, { status: 404 });
  return String(params.number);
}

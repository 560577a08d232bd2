import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "#app/modules/access/actor.ts";
import { may, type Permission } from "#app/modules/access/permissions.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { requireStaff, type SignedInStaff } from "./guards.server.ts";

export type StaffRequest = {
  staff: SignedInStaff;
  locale: Locale;
  t: Translate;
  /** Whether the one who asks may also do something else. */
  may: (permission: Permission) => boolean;
};

/**
 * What every staff page begins with: who asks, whether they may, and their language.
 *
 * @param permission what they have to be allowed; any role at the dealership will do where none is named.
 * @throws Response as `requireStaff` does.
 */
export async function readStaffRequest(
  request: Request,
  permission?: Permission,
): Promise<StaffRequest> {
  const [staff, { locale }] = await Promise.all([
    requireStaff(request, permission),
    readPreferences(request),
  ]);
  return {
    staff,
    locale,
    t: translator(locale),
    may: (what) => may(staff.roles, what),
  };
}

/** Somebody at the dealership as the one who acts, for what they are about to do. */
export const actorOf = (staff: SignedInStaff, context: AppLoadContext): Actor => ({
  by: staff.id,
  address: requestAddress(context),
});

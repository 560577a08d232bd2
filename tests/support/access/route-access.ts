import { ACCOUNT_ACCESS } from "./account-access.ts";
import type { Call } from "./calls.ts";
import { CARS_ACCESS } from "./cars-access.ts";
import { CLAIMS_ACCESS } from "./claims-access.ts";
import { CLUB_ACCESS } from "./club-access.ts";
import { DESK_ACCESS } from "./desk-access.ts";
import { JOIN_ACCESS } from "./join-access.ts";
import { LETTERS_ACCESS } from "./letters-access.ts";
import { RULES_ACCESS } from "./rules-access.ts";
import { SECURITY_ACCESS } from "./security-access.ts";
import { SITE_ACCESS } from "./site-access.ts";

export type { Answers, Call, Outcome } from "./calls.ts";

/**
 * Who may ask for what: every route of the site, every loader and action in it, for every persona, with
 * one's own things and with others'. A route that is not here fails the test that reads it.
 */
export const ROUTE_ACCESS: Record<string, Call[]> = {
  ...SITE_ACCESS,
  ...JOIN_ACCESS,
  ...SECURITY_ACCESS,
  ...ACCOUNT_ACCESS,
  ...CARS_ACCESS,
  ...CLAIMS_ACCESS,
  ...DESK_ACCESS,
  ...RULES_ACCESS,
  ...LETTERS_ACCESS,
  ...CLUB_ACCESS,
};

import { isStaff, type Role } from "#app/modules/access/roles.ts";

/** What is known of somebody's factors. */
export type Factors = {
  roles: readonly Role[];
  /** They have an authenticator that was confirmed by a code. */
  hasAuthenticator: boolean;
  hasPasskey: boolean;
  /** This browser gave a second factor: a passkey, an authenticator's code or a recovery code. */
  secondFactorGiven: boolean;
  /** The club is the demo, whose staff have a published password. */
  demo: boolean;
};

/**
 * What a second factor has to do with somebody who has given the first one:
 *
 * - `none`: nothing is wanted, or it was given: every page that their roles open is open.
 * - `give`: they are not signed in before they have given the one they have.
 * - `set-up`: they work at the dealership and have none. As an owner they are in; as staff they are not.
 */
export type SecondFactorNeed = "none" | "give" | "set-up";

/**
 * Whoever has an authenticator is asked for it. At the dealership everybody must have a second factor
 * (OWASP ASVS 5.0, 6.3.3), and a passkey beside a password counts as one; an owner with a passkey and no
 * authenticator may still come with the password alone.
 */
export function secondFactorNeed(who: Factors): SecondFactorNeed {
  const has = who.hasAuthenticator || who.hasPasskey;
  if (has && who.secondFactorGiven) return "none";
  if (who.hasAuthenticator) return "give";
  if (!isStaff(who.roles) || who.demo) return "none";
  return who.hasPasskey ? "give" : "set-up";
}

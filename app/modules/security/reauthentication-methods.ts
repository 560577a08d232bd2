/** What somebody has to prove with that it is them. */
export type Means = {
  /** One that proves more than an inbox: not one that was set by a code while there was a passkey. */
  hasPassword: boolean;
  hasAuthenticator: boolean;
  hasPasskey: boolean;
};

export type ReauthenticationMethod = "passkey" | "authenticator" | "password" | "code";

/**
 * By what somebody may confirm that it is them, the best first. A code by e-mail is for whoever has nothing
 * that is stronger than an inbox: it must not be the way around an authenticator or a passkey. Nor is the
 * password where there is an authenticator.
 */
export function reauthenticationMethods({
  hasPassword,
  hasAuthenticator,
  hasPasskey,
}: Means): ReauthenticationMethod[] {
  const strong: ReauthenticationMethod[] = [];
  if (hasPasskey) strong.push("passkey");
  if (hasAuthenticator) strong.push("authenticator");
  if (hasAuthenticator) return strong;
  if (hasPassword) return [...strong, "password"];
  return hasPasskey ? strong : ["code"];
}

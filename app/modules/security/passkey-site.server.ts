import { appOrigin } from "#app/platform/env.server.ts";

/** For which site passkeys are made, and from where they may be used: both by APP_ORIGIN. */
export function passkeySite(): { rpID: string; origin: string } {
  const { origin, hostname } = new URL(appOrigin());
  return { rpID: hostname, origin };
}

import { tokenHash } from "#app/modules/auth/session-token.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { sign } from "#app/platform/secret.server.ts";
import type { Sign } from "./judge-lead.ts";

/** The browser that sends a form about a friend, or a friend's answer. */
export type SendingBrowser = {
  address: string;
  /** What it kept of earlier sign-ins, of whomever; null for one that nobody has signed in with. */
  known: string | null;
};

export type Origin = { device: Uint8Array<ArrayBuffer> | null; network: Uint8Array<ArrayBuffer> };

/**
 * Where something came from as keyed hashes: enough to see that two came from one place, and nothing to be read. Of a
 * network it is what counts as one visitor.
 */
export async function originOf({ address, known }: SendingBrowser): Promise<Origin> {
  const hash = async (what: string, of: string) =>
    new Uint8Array(await sign(`lead-origin ${what}`, of));
  return {
    device: known === null ? null : await hash("device", known),
    network: await hash("network", addressGroup(address)),
  };
}

/**
 * What speaks for a friend's form or answer having been sent by the referrer: from a browser in which they signed in,
 * or from the network of theirs. One showroom has one Wi-Fi, so a network is evidence and stops nothing.
 */
export async function sharedOrigin(
  db: Db,
  referrerId: number,
  browser: SendingBrowser,
): Promise<Sign[]> {
  const { network } = await originOf(browser);
  const isKnown =
    browser.known !== null &&
    (await db.knownBrowser.count({
      where: { personId: referrerId, tokenHash: tokenHash(browser.known) },
    })) > 0;
  const isNear =
    (await db.leadOrigin.count({
      where: { whose: "referrer", networkHash: network, lead: { referrerId } },
    })) > 0;
  return [
    ...(isKnown ? (["same-device"] as const) : []),
    ...(isNear ? (["same-network"] as const) : []),
  ];
}

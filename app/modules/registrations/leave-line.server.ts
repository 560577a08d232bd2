import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { takeOutOfLine } from "./end-party.server.ts";
import { lockRegistration } from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";

export type LeftLine = { ok: true } | { ok: false; refusal: "no-such-registration" };

/**
 * Takes those of a party out of the line who wait; whoever of them comes, comes. An offer that they had goes on at
 * once. Done again it changes nothing.
 *
 * @param leaving.memberId the member whose party it is; null where staff act for them.
 */
export function leaveLine(leaving: {
  registrationId: number;
  memberId: number | null;
  by: number;
  now?: Date;
}): Promise<LeftLine> {
  const { registrationId, memberId, by, now } = leaving;
  return inRetriedTransaction<LeftLine>(async (tx) => {
    const ofMember = memberId ?? undefined;
    const locked = await lockRegistration(tx, registrationId, { ofMember, now });
    if (!locked) return { ok: false, refusal: "no-such-registration" };
    const { event, party } = locked;
    if (!party.entry) return { ok: true };
    await takeOutOfLine(tx, event, party, { state: "left", offer: "declined", reason: "left", by });
    await offerPlaces(tx, event);
    return { ok: true };
  });
}

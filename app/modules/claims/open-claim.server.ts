import type { Actor } from "#app/modules/access/actor.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { ClaimState } from "./claim.ts";

export type OpenClaim = {
  id: number;
  memberId: number;
  ownerId: number | null;
  joinedOn: Date;
};

export type ClaimRefusal =
  | { refusal: "no-such-claim" }
  /** Nobody decides about their own points. */
  | { refusal: "own-claim" }
  /** Somebody was quicker; the page says who, and what they decided. */
  | { refusal: "answered-already"; state: ClaimState };

type Row = {
  id: number;
  member_id: number;
  person_id: number;
  owner_id: number | null;
  state: ClaimState;
  joined_on: Date;
};

/** Locks a claim that somebody is about to act on, and says whether they may. */
export async function lockOpenClaim(
  tx: Db,
  claimId: number,
  staff: Actor,
): Promise<{ ok: true; claim: OpenClaim } | ({ ok: false } & ClaimRefusal)> {
  const [row] = await tx.$queryRaw<Row[]>`
    select claim.id, claim.member_id, member.person_id, claim.owner_id, claim.state, member.joined_on
    from points_claim claim join member on member.id = claim.member_id
    where claim.id = ${claimId} for no key update of claim`;
  if (!row) return { ok: false, refusal: "no-such-claim" };
  if (row.person_id === staff.by) return { ok: false, refusal: "own-claim" };
  if (row.state !== "open") {
    return { ok: false, refusal: "answered-already", state: row.state };
  }
  const { id, member_id: memberId, owner_id: ownerId, joined_on: joinedOn } = row;
  return { ok: true, claim: { id, memberId, ownerId, joinedOn } };
}

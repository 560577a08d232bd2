import { writeAudit } from "#app/platform/audit.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { type PictureRefusal, storePicture } from "#app/platform/pictures.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type ClaimClock, readClaimClock } from "./claim-clock.server.ts";
import { writeClaimLetter } from "./claim-letter.server.ts";
import { decideFiling, type FilingDecision, type FilingRefusal } from "./filing.ts";
import { loadKnownOrders } from "./known-orders.server.ts";

export type NewClaim = {
  memberId: number;
  /** As `readOrderNumber` spells it. */
  orderNumber: string | null;
  storeId: number | null;
  visitedOn: Day;
  note: string | null;
  /** The photo of the invoice as it was sent. */
  picture: Uint8Array | "too-large" | null;
  /** The member's own person, or somebody of the desk, whose `address` goes into the audit log. */
  filedBy: { personId: number; desk?: { address: string } };
  /** The form's: sent twice it is one claim. */
  requestKey: string;
  /** For the demo club: when it was filed, where that is not now. */
  filedAt?: Date;
};

export type FiledClaim =
  | { ok: true; claimId: number }
  | ({ ok: false } & (FilingRefusal | { refusal: PictureRefusal | "no-such-store" }));

/** An invoice is read at this many pixels along its longer side. */
const PHOTO_SIDE = 2_000;

/**
 * Files a claim for a visit that a member misses on their statement, and tells them by when they have an
 * answer. Where the answer is known already, it is the refusal.
 */
export async function fileClaim(claim: NewClaim): Promise<FiledClaim> {
  const known = await findFiled(db(), claim);
  if (known !== null) return { ok: true, claimId: known };
  if (claim.picture === "too-large") return { ok: false, refusal: "too-large" };
  if (claim.storeId !== null && !(await isStore(claim.storeId))) {
    return { ok: false, refusal: "no-such-store" };
  }
  const first = await decide(db(), claim, await readClaimClock(db(), claim.filedAt));
  if (!first.ok) {
    // What is in the way may be this very form, sent twice and filed since we looked for it.
    const filed = await findFiled(db(), claim);
    return filed === null ? first : { ok: true, claimId: filed };
  }
  // Decoding a photo takes a while; nothing is locked meanwhile.
  const photo =
    claim.picture &&
    (await storePicture(db(), claim.picture, {
      createdBy: claim.filedBy.personId,
      maxSide: PHOTO_SIDE,
    }));
  if (photo && !photo.ok) return photo;
  return inRetriedTransaction((tx) => insertClaim(tx, claim, photo?.mediaId ?? null));
}

async function insertClaim(tx: Db, claim: NewClaim, photoId: number | null): Promise<FiledClaim> {
  // One after the other for one member, so that the second of two at once sees the first.
  await tx.$queryRaw`select id from member where id = ${claim.memberId} for no key update`;
  const known = await findFiled(tx, claim);
  if (known !== null) return { ok: true, claimId: known };
  const clock = await readClaimClock(tx, claim.filedAt);
  const decision = await decide(tx, claim, clock);
  if (!decision.ok) return decision;
  const { id } = await tx.pointsClaim.create({
    data: {
      memberId: claim.memberId,
      orderNumber: claim.orderNumber,
      storeId: claim.storeId,
      visitedOn: new Date(claim.visitedOn),
      note: claim.note,
      photoId,
      dueAt: clock.dueAt,
      filedBy: claim.filedBy.personId,
      requestKey: keyOf(claim),
      createdAt: clock.now,
    },
    select: { id: true },
  });
  if (claim.filedBy.desk) {
    await writeAudit(tx, {
      personId: claim.filedBy.personId,
      action: "claim.filed",
      subject: `claim:${id}`,
      detail: { orderNumber: claim.orderNumber, photo: photoId !== null },
      address: claim.filedBy.desk.address,
    });
  }
  await writeClaimLetter(tx, id, { step: "filed" });
  return { ok: true, claimId: id };
}

async function decide(on: Db, claim: NewClaim, clock: ClaimClock): Promise<FilingDecision> {
  const { memberId, orderNumber, storeId, visitedOn } = claim;
  const [orders, open] = await Promise.all([
    loadKnownOrders(on, memberId, { number: orderNumber, storeId, visitedOn }),
    on.pointsClaim.findMany({
      where: { memberId, state: "open" },
      select: { id: true, orderNumber: true },
    }),
  ]);
  const same = orderNumber && open.find((each) => each.orderNumber === orderNumber);
  return decideFiling(
    {
      orderNumber,
      hasPhoto: claim.picture !== null,
      visitedOn,
      today: clock.today,
      withinMonths: clock.withinMonths,
    },
    { orders, openClaims: open.length, openForOrder: same ? same.id : null },
  );
}

async function findFiled(on: Db, claim: NewClaim): Promise<number | null> {
  const filed = await on.pointsClaim.findUnique({
    where: { requestKey: keyOf(claim) },
    select: { id: true },
  });
  return filed?.id ?? null;
}

/** Under somebody else's key one finds nothing. */
const keyOf = ({ memberId, requestKey }: NewClaim) => `${memberId}:${requestKey}`;

const isStore = async (id: number) => (await db().store.count({ where: { id } })) > 0;

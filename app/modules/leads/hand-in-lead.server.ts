import { randomBytes, randomInt } from "node:crypto";
import { keepPromises } from "#app/modules/campaigns/keep-promises.server.ts";
import { dueWithin } from "#app/modules/working-hours/due-within.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { evidenceUntil } from "./evidence-until.ts";
import { readFriendFacts } from "./friend-facts.server.ts";
import { writeFriendLetter } from "./friend-letter.server.ts";
import { isAskedFirst } from "./friend-yes.ts";
import { holdsUntil } from "./holding.ts";
import { judgeLead, type Refusal, type Sign } from "./judge-lead.ts";
import { readLeadClock } from "./lead-clock.server.ts";
import { leadRequestKey } from "./lead-request-key.ts";
import { noteLeadStep } from "./lead-step.server.ts";
import { hashPhone } from "./phone-hash.server.ts";
import { writeLead } from "./write-lead.server.ts";

export type Friend = {
  name: string;
  /** E.164. */
  phone: string;
  /** Lower case. */
  email: string | null;
  locale: Locale;
  /** What they are interested in, in words. */
  model: string;
  note: string;
};

export type NewLead = {
  referrerId: number;
  friend: Friend;
  source: "form" | "link" | "desk" | "api";
  consented: boolean;
  /** The version of the privacy notice that was shown. */
  consentVersion: number | null;
  storeId: number | null;
  /** Whoever of the staff typed it. */
  by: number | null;
  signs: readonly Sign[];
  /** Keyed hashes of where it came from: see lead-origin.server.ts. */
  origin: { device: Uint8Array<ArrayBuffer> | null; network: Uint8Array<ArrayBuffer> } | null;
  /** The form's: sent twice about one friend it is one lead. */
  requestKey: string;
  /** For tests and the demo club: when it was handed in, where that is not now. */
  at?: Date;
};

export type HandedIn =
  /** `repeated`: the form had come in before. */
  | { ok: true; leadId: number; at: Date; repeated: boolean }
  /** Nothing of the friend was kept. `no-such-referrer`: who named them has left in the same moment. */
  | { ok: false; refusal: Refusal | "no-such-referrer" };

/**
 * Takes a friend whom a referrer names, or says why not. Of two who name the same friend at once one is first, and
 * the other hears that the friend is known. What looks wrong is kept for a person to look at, and gets the answer that
 * everybody gets.
 */
export function handInLead(lead: NewLead): Promise<HandedIn> {
  return inRetriedTransaction((tx) => handInWithin(tx, lead));
}

/** The same in the caller's transaction. */
export async function handInWithin(tx: Db, lead: NewLead): Promise<HandedIn> {
  // Of who did not agree nothing is looked up either.
  if (!lead.consented) return { ok: false, refusal: "no-consent" };
  const hash = await hashPhone(tx, lead.friend.phone);
  await takeTurns(tx, "friend", Buffer.from(hash).toString("hex"));
  const earlier = await findHandedIn(tx, lead, hash);
  if (earlier) return earlier;
  if (!(await staysReferrer(tx, lead.referrerId)))
    return { ok: false, refusal: "no-such-referrer" };
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`
    select coalesce(${lead.at ?? null}::timestamptz, now()) as now`;
  const facts = await readFriendFacts(tx, {
    referrerId: lead.referrerId,
    phone: lead.friend.phone,
    email: lead.friend.email,
    hash,
    now,
  });
  const judged = judgeLead({ consented: lead.consented, ...facts }, lead.signs);
  if (judged.outcome === "refused") return { ok: false, refusal: judged.refusal };
  const signs = judged.outcome === "review" ? judged.signs : [];
  return {
    ok: true,
    leadId: await insertLead(tx, lead, { hash, now, signs }),
    at: now,
    repeated: false,
  };
}

/**
 * Whether somebody recommends friends, which stays so until the caller's transaction ends: whoever closes their account
 * waits for it, or is waited for.
 */
async function staysReferrer(tx: Db, personId: number): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    select referrer.person_id from person join referrer on referrer.person_id = person.id
    where person.id = ${personId} for key share`;
  return found.length > 0;
}

async function insertLead(
  tx: Db,
  lead: NewLead,
  { hash, now, signs }: { hash: Uint8Array<ArrayBuffer>; now: Date; signs: readonly Sign[] },
): Promise<number> {
  const { hours, time, referrals } = await readLeadClock(tx, { storeId: lead.storeId, now });
  const { name, phone, email, locale, model, note } = lead.friend;
  const forgetAt = evidenceUntil(now, referrals.evidenceDays, time);
  const { origin } = lead;
  // Whoever is to say that they agreed is called once they have.
  const asked = { source: lead.source, friendAnswer: null, friendEmail: email };
  const due = dueWithin(now, referrals.firstContactHours, hours, time);
  const callBy = isAskedFirst(asked, referrals) ? null : due;
  const { id } = await tx.lead.create({
    data: {
      token: randomBytes(16).toString("base64url"),
      referrerId: lead.referrerId,
      friendName: name,
      friendPhone: phone,
      friendEmail: email,
      phoneHash: hash,
      locale,
      model,
      note,
      source: lead.source,
      consentedAt: now,
      consentVersion: lead.consentVersion,
      review: signs.length > 0 ? "waiting" : null,
      holdsUntil: holdsUntil(now, referrals.holdDays, time),
      storeId: lead.storeId,
      nextAction: "first-call",
      nextDueAt: callBy,
      callBy: signs.length > 0 ? null : callBy,
      friendCode: String(randomInt(10_000)).padStart(4, "0"),
      requestKey: leadRequestKey(lead, hash),
      createdAt: now,
      signs: { create: signs.map((sign) => ({ sign, forgetAt })) },
      ...(origin && {
        origins: {
          create: {
            whose: lead.source === "link" ? "friend" : "referrer",
            deviceHash: origin.device,
            networkHash: origin.network,
            forgetAt,
          },
        },
      }),
    },
    select: { id: true },
  });
  await noteLeadStep(tx, { id, stage: "submitted", now }, "handed-in", {
    by: lead.by,
    source: lead.source,
  });
  await keepPromises(tx, { id, referrerId: lead.referrerId, model, now });
  // A person looks first at what looks wrong: nobody is written to because a robot typed their address.
  if (signs.length > 0) return id;
  const written = await writeFriendLetter(tx, id);
  if (!written && callBy === null) await writeLead(tx, id, { nextDueAt: due, callBy: due });
  await enqueue(tx, "assign-lead", { leadId: id });
  return id;
}

async function findHandedIn(
  tx: Db,
  lead: NewLead,
  hash: Uint8Array<ArrayBuffer>,
): Promise<HandedIn | null> {
  const known = await tx.lead.findUnique({
    where: { requestKey: leadRequestKey(lead, hash) },
    select: { id: true, createdAt: true },
  });
  return known && { ok: true, leadId: known.id, at: known.createdAt, repeated: true };
}

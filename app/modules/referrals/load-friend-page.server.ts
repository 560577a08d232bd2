import { type FriendOffer, loadOffersOfLead } from "#app/modules/campaigns/load-offers.server.ts";
import type { Ending, Stage } from "#app/modules/leads/stage.ts";
import { firstName } from "#app/modules/referrers/first-name.ts";
import type { Db } from "#app/platform/db.server.ts";

/** What a friend reads on their own page. */
export type FriendPage =
  | {
      forgotten: true;
      /** Until when nobody else can name them; null for good, where it is known that the number is theirs. */
      until: Date | null;
    }
  | {
      forgotten: false;
      name: string;
      /** Who named them, as friends call them; null where that account is gone. */
      by: string | null;
      /** The friend filled in the form themselves. */
      themselves: boolean;
      /** Four figures, to tell the consultant. */
      code: string;
      model: string;
      at: Date;
      callBy: Date | null;
      /** That instant is over, and nobody has called. */
      callIsLate: boolean;
      answer: "confirmed" | "declined" | null;
      /** Campaigns under which they were named; none once it is over. */
      offers: FriendOffer[];
      /** It has ended, or the car is theirs: nobody calls for it any more. */
      over: boolean;
    };

/** What is asked of the lead that goes on. */
const GOING_ON = {
  friendAnswer: true,
  stage: true,
  ended: true,
  metAt: true,
  nextDueAt: true,
  mergedInto: true,
} as const;
type GoingOn = {
  friendAnswer: string | null;
  stage: string;
  ended: string | null;
  metAt: Date | null;
  nextDueAt: Date | null;
  mergedInto: number | null;
};

/**
 * What a friend reads on their own page. Reading it does nothing, however often a robot that previews links opens it.
 *
 * @param token what the page ends in.
 * @returns null where there is none.
 */
export async function loadFriendPage(
  db: Db,
  token: string,
  now = new Date(),
): Promise<FriendPage | null> {
  const lead = await db.lead.findUnique({
    where: { token },
    select: {
      id: true,
      ...GOING_ON,
      friendName: true,
      friendCode: true,
      model: true,
      source: true,
      createdAt: true,
      holdsUntil: true,
      referrer: { select: { person: { select: { name: true, closedAt: true } } } },
    },
  });
  if (!lead) return null;
  // Where two were made one, what is done with the other is what happens to the friend.
  let goingOn: GoingOn = lead;
  while (goingOn.mergedInto !== null) {
    goingOn = await db.lead.findUniqueOrThrow({
      where: { id: goingOn.mergedInto },
      select: GOING_ON,
    });
  }
  if (goingOn.friendAnswer === "forgotten" || lead.friendName === null) {
    return { forgotten: true, until: lead.source === "link" ? lead.holdsUntil : null };
  }
  const person = lead.referrer?.person;
  const [stage, ended] = [goingOn.stage as Stage, goingOn.ended as Ending | null];
  const over = stage === "delivered" || ended !== null;
  const callBy = over || goingOn.metAt || stage !== "submitted" ? null : goingOn.nextDueAt;
  return {
    forgotten: false,
    name: lead.friendName,
    by: person && !person.closedAt ? firstName(person.name) : null,
    themselves: lead.source === "link",
    code: lead.friendCode,
    model: lead.model,
    at: lead.createdAt,
    callBy,
    callIsLate: callBy !== null && callBy <= now,
    answer: goingOn.friendAnswer as "confirmed" | "declined" | null,
    offers: over || goingOn.friendAnswer === "declined" ? [] : await loadOffersOfLead(db, lead.id),
    over,
  };
}

/** What the friend's own page ends in, of somebody who has just asked for a call themselves. */
export async function friendTokenOf(db: Db, leadId: number): Promise<string> {
  const lead = await db.lead.findUniqueOrThrow({ where: { id: leadId }, select: { token: true } });
  return lead.token;
}

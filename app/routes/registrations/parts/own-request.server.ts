import type { z } from "zod";
import { agreeToChange } from "#app/modules/registrations/agree-to-change.server.ts";
import { answerOffer } from "#app/modules/registrations/answer-offer.server.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import type { OwnRegistrationForm } from "#app/modules/registrations/forms.ts";
import { leaveLine } from "#app/modules/registrations/leave-line.server.ts";

type Who = { memberId: number; personId: number };

/** What a member's act on their party came to: what the page says then, or why it was not done. */
export type OwnAct =
  | { ok: true; done: "cancelled" | "left" | "agreed" | "accepted" | "declined" }
  | { ok: false; refusal: OwnActRefusal; missing: number };

/** Why an act was not done, where a page has words for it; anything else is a party of somebody else. */
export const ownActRefusals = [
  "begun",
  "ended",
  "being-paid",
  "offer-ended",
  "too-few-points",
  "changed",
] as const;
export type OwnActRefusal = (typeof ownActRefusals)[number];

/**
 * Does what a member asks of their party.
 *
 * @throws Response 404 for a party of somebody else, or none.
 */
export async function actOnOwn(
  registrationId: number,
  value: z.output<typeof OwnRegistrationForm>,
  { memberId, personId: by }: Who,
): Promise<OwnAct> {
  const own = { registrationId, memberId, by };
  switch (value.intent) {
    case "cancel":
      return said(await cancelRegistration({ ...own, reason: null }), "cancelled");
    case "leave":
      return said(await leaveLine(own), "left");
    case "agree": {
      const answer = await agreeToChange({ ...own, seenVersion: value.version });
      return answer.ok ? { ok: true, done: "agreed" } : refused("changed");
    }
    case "answer": {
      const { offer: offerId, answer } = value;
      const done = answer === "no" ? "declined" : "accepted";
      return said(await answerOffer({ ...own, offerId, answer }), done);
    }
  }
}

type Answer = { ok: true } | { ok: false; refusal: string; missing?: number };

function said(answer: Answer, done: Extract<OwnAct, { ok: true }>["done"]): OwnAct {
  if (answer.ok) return { ok: true, done };
  const known = ownActRefusals.find((each) => each === answer.refusal);
  if (!known) throw new Response(null, { status: 404 });
  return refused(known, answer.missing);
}

const refused = (refusal: OwnActRefusal, missing = 0): OwnAct => ({ ok: false, refusal, missing });

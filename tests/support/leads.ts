import { randomInt, randomUUID } from "node:crypto";
import { handInLead, type NewLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import type { LossReason, Stage } from "#app/modules/leads/stage.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aMember, type TestMember } from "./people.ts";

/** A member who recommends friends. */
export async function aReferrer(wanted: Parameters<typeof aMember>[0] = {}): Promise<TestMember> {
  const member = await aMember(wanted);
  await becomeReferrer(db(), member.id);
  return member;
}

/** A mainland mobile number that nobody else of the tests has, in all likelihood. */
export const aPhone = (): string => `+86139${String(randomInt(100_000_000)).padStart(8, "0")}`;

/** A valid lead of a friend whom nobody knows; the test changes what it is about. */
export function aLead(
  referrerId: number,
  { phone = aPhone(), ...changes }: Partial<NewLead> & { phone?: string } = {},
): NewLead {
  return {
    referrerId,
    friend: { name: "Bo Lin", phone, email: null, locale: "en", model: "Tayron", note: "" },
    source: "form",
    consented: true,
    consentVersion: 1,
    storeId: null,
    by: null,
    signs: [],
    origin: null,
    requestKey: randomUUID(),
    ...changes,
  };
}

/** Moves a lead to a stage, which must not be refused; back it goes for a reason. */
export async function movedTo(
  leadId: number,
  to: Exclude<Stage, "submitted">,
  { by, at, reason = null }: { by: number; at: Date; reason?: LossReason | null },
): Promise<void> {
  const move = { leadId, to, reason, revision: null };
  const answer = await moveLead(move, { by, address: "192.0.2.1" }, at);
  if (!answer.ok) throw new Error(`The lead was not moved: ${answer.refusal}`);
}

/** Hands a lead in, which must not be refused. */
export async function handedIn(lead: NewLead): Promise<number> {
  const answer = await handInLead(lead);
  if (!answer.ok) throw new Error(`The lead was refused: ${answer.refusal}`);
  return answer.leadId;
}

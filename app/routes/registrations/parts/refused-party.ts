import type { PartyProblem } from "#app/modules/parties/party.ts";
import type { TypedFields } from "#app/modules/parties/typed-party.ts";
import type { RegisterAnswer } from "#app/modules/registrations/register-party.server.ts";

/** A party that was not registered: why, what is wrong with its fields, and all that was typed. */
export type RefusedParty = {
  answer: Extract<RegisterAnswer, { ok: false }>;
  problems: Record<string, PartyProblem[]>;
  sent: TypedFields;
};

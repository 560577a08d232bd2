import { z } from "zod";
import { MOST_ROW_ID } from "#app/platform/row-id.ts";
import { typedReason } from "#app/platform/typed-reason.ts";

/** What a member does with their party. */
export const OwnRegistrationForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("cancel") }),
  z.object({ intent: z.literal("leave") }),
  z.object({ intent: z.literal("agree"), version: z.coerce.number().int().min(1) }),
  z.object({
    intent: z.literal("answer"),
    offer: z.coerce.number().int().min(1).max(MOST_ROW_ID),
    answer: z.enum(["yes", "yes-fewer", "no"]),
  }),
]);

const reason = typedReason();

/** Why the money of a cancelled event goes back: its members read it. */
export const GiveBackForm = z.object({ reason });

/** What staff do with a party, and why. */
export const StaffPartyForm = z.object({
  intent: z.enum(["cancel", "let-in", "leave"]),
  party: z.coerce.number().int().min(1).max(MOST_ROW_ID),
  reason,
});

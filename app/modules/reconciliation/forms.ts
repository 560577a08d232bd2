import { z } from "zod";
import { type Day, parseDay } from "#app/platform/club-time.ts";
import { typedReason } from "#app/platform/typed-reason.ts";

/** What a person of finance says they did about a difference. */
export const AnswerDifferenceForm = z.object({
  done: typedReason("reconciliation.error.done"),
  /** Of the facts that the page showed: what has changed since is looked at again. */
  seen: z.string({ error: "reconciliation.error.seen" }).max(120),
});

/** Which day to read. */
export const AskForDayForm = z.object({
  day: z
    .string({ error: "reconciliation.error.day" })
    .refine((typed) => parseDay(typed) !== null, { error: "reconciliation.error.day" }),
});

/** The month of an address, or null where it names none that there is. */
export function readMonth(typed: string | null): Day | null {
  return typed === null ? null : parseDay(`${typed}-01`);
}

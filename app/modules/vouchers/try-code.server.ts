import { consumeAttempt, type Limit, refundAttempt } from "#app/platform/rate-limit.server.ts";

/** Codes that nobody has, which one person may try: whoever guesses is stopped, whoever reads badly is not. */
const UNKNOWN_CODES: Limit = { name: "gift-code", turns: 10, seconds: 60 };

export type TriedCode<Found> =
  | { ok: true; found: Found }
  | { ok: false; why: "unknown" | "too-many" };

/**
 * Looks a code up for somebody of the staff. Only codes that nobody has count.
 *
 * @param find null where nobody has it.
 */
export async function tryCode<Found>(
  personId: number,
  find: () => Promise<Found | null>,
): Promise<TriedCode<Found>> {
  const subject = String(personId);
  const turn = await consumeAttempt(UNKNOWN_CODES, subject);
  if (!turn.ok) return { ok: false, why: "too-many" };
  const found = await find();
  if (found === null) return { ok: false, why: "unknown" };
  await refundAttempt(UNKNOWN_CODES, subject);
  return { ok: true, found };
}

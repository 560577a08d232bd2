import { consumeAttempt, refundAttempt } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { ADDRESS_ATTEMPTS, CODE_ATTEMPTS } from "./limits.ts";

/** A try at a code, counted before it is made. */
export type CodeAttempt =
  | { ok: true; giveBack: () => Promise<void> }
  | { ok: false; retryAt: Date };

/**
 * Takes a turn at entering a code from a place.
 *
 * @param subject whose turns they are; see `attemptSubject`.
 */
export async function consumeCodeAttempt(subject: string, address: string): Promise<CodeAttempt> {
  const place = addressGroup(address);
  const turns = [
    await consumeAttempt(ADDRESS_ATTEMPTS, place),
    await consumeAttempt(CODE_ATTEMPTS, subject),
  ];
  for (const turn of turns) if (!turn.ok) return turn;
  return {
    ok: true,
    giveBack: async () => {
      await Promise.all([
        refundAttempt(ADDRESS_ATTEMPTS, place),
        refundAttempt(CODE_ATTEMPTS, subject),
      ]);
    },
  };
}

import { ADDRESS_ATTEMPTS, SECOND_FACTOR_ATTEMPTS } from "#app/modules/auth/limits.ts";
import { consumeAttempt, refundAttempt, resetAttempts } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";

/** A try at a second factor, counted before it is made; a right one starts the person's count anew. */
export type SecondFactorAttempt =
  | { ok: true; wasRight: () => Promise<void> }
  | { ok: false; retryAt: Date };

/** Takes a turn at entering a code of an authenticator or a recovery code. */
export async function consumeSecondFactorAttempt(
  personId: number,
  address: string,
): Promise<SecondFactorAttempt> {
  const [place, person] = [addressGroup(address), `person ${personId}`];
  const turns = [
    await consumeAttempt(ADDRESS_ATTEMPTS, place),
    await consumeAttempt(SECOND_FACTOR_ATTEMPTS, person),
  ];
  for (const turn of turns) if (!turn.ok) return turn;
  return {
    ok: true,
    wasRight: async () => {
      await Promise.all([
        refundAttempt(ADDRESS_ATTEMPTS, place),
        resetAttempts(SECOND_FACTOR_ATTEMPTS, person),
      ]);
    },
  };
}

import { ADDRESS_TRIES, SECOND_FACTOR_TRIES } from "#app/modules/auth/limits.ts";
import { clearTurns, giveTurnBack, takeTurn } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";

/** A try at a second factor, counted before it is made; a right one starts the person's count anew. */
export type SecondFactorTurn =
  | { ok: true; wasRight: () => Promise<void> }
  | { ok: false; retryAt: Date };

/** Takes a turn at entering a code of an authenticator or a recovery code. */
export async function secondFactorTurn(
  personId: number,
  address: string,
): Promise<SecondFactorTurn> {
  const [place, person] = [addressGroup(address), `person ${personId}`];
  const turns = [await takeTurn(ADDRESS_TRIES, place), await takeTurn(SECOND_FACTOR_TRIES, person)];
  for (const turn of turns) if (!turn.ok) return turn;
  return {
    ok: true,
    wasRight: async () => {
      await Promise.all([
        giveTurnBack(ADDRESS_TRIES, place),
        clearTurns(SECOND_FACTOR_TRIES, person),
      ]);
    },
  };
}

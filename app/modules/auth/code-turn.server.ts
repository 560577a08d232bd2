import { giveTurnBack, takeTurn } from "#app/platform/rate-limit.server.ts";
import { addressGroup } from "#app/platform/request-address.server.ts";
import { ADDRESS_TRIES, CODE_TRIES } from "./limits.ts";

/** A try at a code, counted before it is made. */
export type CodeTurn = { ok: true; giveBack: () => Promise<void> } | { ok: false; retryAt: Date };

/** Takes a turn at entering a code for an e-mail address from a place. */
export async function codeTurn(email: string, address: string): Promise<CodeTurn> {
  const place = addressGroup(address);
  const turns = [await takeTurn(ADDRESS_TRIES, place), await takeTurn(CODE_TRIES, email)];
  for (const turn of turns) if (!turn.ok) return turn;
  return {
    ok: true,
    giveBack: async () => {
      await Promise.all([giveTurnBack(ADDRESS_TRIES, place), giveTurnBack(CODE_TRIES, email)]);
    },
  };
}

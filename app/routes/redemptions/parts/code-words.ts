import type { OwnRedemption } from "#app/modules/redemptions/load-own-redemptions.server.ts";
import type { WordKey } from "#app/platform/words/translate.ts";

/** What its owner does with a code: of a gift that is still being prepared, nothing yet. */
export function codeWords({ fulfilment, state }: Pick<OwnRedemption, "fulfilment" | "state">) {
  if (fulfilment === "voucher") return "redemptions.code.voucher" satisfies WordKey;
  if (state === "requested") return "redemptions.code.early" satisfies WordKey;
  return "redemptions.code.collect" satisfies WordKey;
}

import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/**
 * A route's `shouldRevalidate`: after a refusal (409) the page shows how things stand by now. Without it Remix loads
 * nothing anew after an answer that is an error, and the page would go on offering what was refused.
 */
export function askAnewAfterRefusal(args: ShouldRevalidateFunctionArgs): boolean {
  return args.actionStatus === 409 || args.defaultShouldRevalidate;
}

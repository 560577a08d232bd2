import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const AGAIN_MS = 1_000;

/**
 * Asks for the page's data anew every second, as long as it is looked at.
 *
 * @param again.afterMs for what changes less often; `again.isAsked` false while nothing is expected.
 */
export function useAskAgain({ afterMs = AGAIN_MS, isAsked = true } = {}): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle" || !isAsked) return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, afterMs);
    return () => clearTimeout(timer);
  }, [state, revalidate, afterMs, isAsked]);
}

import { useEffect } from "react";

/**
 * Keeps the card at hand for when there is no network: registers the service worker and tells it whose
 * card to keep.
 */
export function useOfflineCard(number: string): void {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const keep = async () => {
      await navigator.serviceWorker.register("/sw.js");
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ keepCardOf: number });
    };
    // A browser that forbids service workers, as in a private window, simply has no offline card.
    keep().catch(() => undefined);
  }, [number]);
}

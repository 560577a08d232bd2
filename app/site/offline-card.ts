import { useEffect } from "react";

/**
 * Keeps a member's card at hand for when there is no network; see public/offline.js. Others have none.
 *
 * @param changedAt when something of what it shows has changed: an older copy is renewed.
 */
export function useOfflineCard(number: string | null, changedAt?: string | Date): void {
  const since = changedAt && new Date(changedAt).toISOString();
  useEffect(() => {
    if (number === null || !("serviceWorker" in navigator)) return;
    const keep = async () => {
      await navigator.serviceWorker.register("/offline.js");
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ keepCardOf: number, changedAt: since });
    };
    // A browser that forbids service workers, as in a private window, simply has no offline card.
    keep().catch(() => undefined);
  }, [number, since]);
}

import { useEffect, useState } from "react";

/**
 * Has the service worker keep this page with all that it is made of, so that it opens again without a network; see
 * public/offline.js.
 *
 * @returns whether it is kept.
 */
export function useKeptPage(): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    let over = false;
    const heard = (event: MessageEvent) => {
      if (event.data?.keptCheckIn === location.pathname && !over) setKept(true);
    };
    const keep = async () => {
      if (!("serviceWorker" in navigator)) return;
      navigator.serviceWorker.addEventListener("message", heard);
      if ((await caches.match(location.pathname)) && !over) setKept(true);
      // The reader of codes is loaded by whoever scans first: here, so that it is kept with the rest.
      await import("qr/decode.js");
      await navigator.serviceWorker.register("/offline.js");
      const { active } = await navigator.serviceWorker.ready;
      const assets = performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name))
        .filter(({ origin, pathname }) => origin === location.origin && isAsset(pathname))
        .map(({ pathname }) => pathname);
      active?.postMessage({ keepCheckIn: location.pathname, assets: [...new Set(assets)] });
    };
    // Without it the page works as long as it is open.
    keep().catch(() => {});
    return () => {
      over = true;
      navigator.serviceWorker?.removeEventListener("message", heard);
    };
  }, []);
  return isKept;
}

const isAsset = (pathname: string) =>
  pathname.startsWith("/assets/") || /\.(css|woff2|svg)$/.test(pathname);

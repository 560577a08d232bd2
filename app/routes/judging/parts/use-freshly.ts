import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 15_000;

/** Asks a page's news again every so often, while it is in sight and the network is there. */
export function useFreshly(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine && state === "idle")
        revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate, state]);
}

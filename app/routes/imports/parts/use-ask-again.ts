import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const AGAIN_MS = 1_000;

/** Asks for the page's data anew every second, as long as it is looked at. */
export function useAskAgain(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
}

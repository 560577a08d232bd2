import { useCallback, useEffect, useState } from "react";

/** How long people wait for a number, and how often another one turns up meanwhile. */
const SUSPENSE_MS = 2_600;
const TURN_MS = 70;

const wantsLessMotion = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Goes through the winners one press at a time. Before each its number is waited for: numbers of the list turn, or
 * nothing moves where less motion is wanted.
 *
 * @param count of winners.
 * @param turning numbers to turn.
 */
export function useStage(count: number, turning: readonly string[]) {
  const [shown, setShown] = useState(0);
  const [waiting, setWaiting] = useState<{ number: string | null } | null>(null);

  const forward = useCallback(() => {
    if (waiting) setWaiting(null);
    else if (shown < count) {
      setShown(shown + 1);
      setWaiting({ number: null });
    }
  }, [waiting, shown, count]);
  const back = useCallback(() => {
    setWaiting(null);
    setShown((at) => Math.max(0, at - 1));
  }, []);

  const isWaiting = waiting !== null;
  useEffect(() => {
    if (!isWaiting) return;
    const still = wantsLessMotion();
    const end = setTimeout(() => setWaiting(null), SUSPENSE_MS);
    const turns = still
      ? undefined
      : setInterval(() => {
          const number = turning[Math.floor(Math.random() * turning.length)] ?? null;
          setWaiting((now) => now && { number });
        }, TURN_MS);
    return () => {
      clearTimeout(end);
      clearInterval(turns);
    };
  }, [isWaiting, turning]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isButton = event.target instanceof HTMLElement && event.target.closest("a, button");
      if (event.key === "ArrowRight" || event.key === "PageDown") forward();
      else if (event.key === "ArrowLeft" || event.key === "PageUp") back();
      else if ((event.key === " " || event.key === "Enter") && !isButton) forward();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [forward, back]);

  return { shown, waiting, forward, back };
}

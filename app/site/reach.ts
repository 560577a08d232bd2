import { useSyncExternalStore } from "react";

/**
 * What came between a reader and the club, until they go on: a form that was stopped before it left, a link
 * that was not followed, or a form that got no answer and waits to be sent once more.
 */
export type Distance =
  | { what: "form-kept" | "page-kept" }
  | { what: "no-answer"; sendAgain: () => void };

/** The network did not reach the club, or a proxy said that the club is not there. */
class OutOfReach extends Error {}

const CARD = "/my/card";
const GATEWAY_SAYS_NO = [502, 503, 504];

let distance: Distance | null = null;
let reached = true;
const listeners = new Set<() => void>();

function say(next: Distance | null): void {
  distance = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What a reader has to be told of the network; null as long as there is nothing. */
export function useDistance(): Distance | null {
  return useSyncExternalStore(
    subscribe,
    () => distance,
    () => null,
  );
}

/** Whether an error is the network's: what the framework makes of it does not always say so. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof OutOfReach || !reached;
}

/** Whether this browser keeps the member's card for a page without a network; see public/offline.js. */
export async function showsCard(path: string): Promise<boolean> {
  if (!/^\/my(\/|$)/.test(path) || !navigator.serviceWorker?.controller) return false;
  return (await caches.match(CARD)) !== undefined;
}

/**
 * Stands between the pages and the network, so that without one nothing is lost: a form stays as it is, with
 * all that was typed and every file that was chosen. Forms and links are stopped before anything else hears of
 * them, because the framework would put an error in the place of the page. Where the device does not know that
 * it is cut off, a form that got no answer waits, as it was sent, until its sender sends it again.
 */
export function watchReach(): void {
  addEventListener("submit", stopForm, { capture: true });
  addEventListener("click", stopLink, { capture: true });
  for (const rest of ["mouseover", "mouseout", "focusin", "touchstart"]) {
    addEventListener(rest, stopPrefetch, { capture: true, passive: true });
  }
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    for (;;) {
      try {
        const answer = await send(input, init);
        const ours = answer.headers.has("X-Remix-Response");
        if (ours || !GATEWAY_SAYS_NO.includes(answer.status)) {
          reached = true;
          return answer;
        }
      } catch (error) {
        // Whoever goes elsewhere ends what was under way.
        if (init?.signal?.aborted) throw error;
      }
      reached = false;
      if (!isForm(input, init)) throw new OutOfReach();
      await wishToSendAgain(init?.signal);
    }
  };
}

/** The framework sends a page's form to the page's address with `.data` behind it. */
function isForm(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  return (
    init?.method === "POST" && new URL(String(input), location.href).pathname.endsWith(".data")
  );
}

function wishToSendAgain(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const given: Distance = {
      what: "no-answer",
      sendAgain: () => {
        say(null);
        resolve();
      },
    };
    signal?.addEventListener("abort", () => {
      if (distance === given) say(null);
      reject(signal.reason);
    });
    say(given);
  });
}

function stopForm(event: SubmitEvent): void {
  if (navigator.onLine) {
    if (distance?.what !== "no-answer") say(null);
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  say({ what: "form-kept" });
}

function stopLink(event: MouseEvent): void {
  if (navigator.onLine || event.button !== 0 || event.metaKey || event.ctrlKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target || link.origin !== location.origin) return;
  const here = link.pathname === location.pathname && link.search === location.search;
  if (here && link.hash) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void showsCard(link.pathname).then((shows) => {
    if (shows) location.assign(link.href);
    else say({ what: "page-kept" });
  });
}

/**
 * Whoever rests on a link without a network fetches nothing ahead: where a page's script does not come, the
 * framework loads the whole page anew, and what was typed is gone.
 */
function stopPrefetch(event: Event): void {
  if (navigator.onLine) return;
  // That the pointer comes to a link is told by what it leaves, too.
  const reached = event.type === "mouseout" ? (event as MouseEvent).relatedTarget : event.target;
  if (reached instanceof Element && reached.closest("a")) event.stopImmediatePropagation();
}

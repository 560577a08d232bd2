/*
 * Keeps the member's card at hand without a network: its page, on which are the codes of their next events, the style
 * sheet and the two fonts. Nothing else is kept. The copy is shown in the place of whichever page an owner asks for, without scripts,
 * which would look for that page, and marked, so that it says what it is. It is one member's, renewed once a
 * day while the owner's pages are used and when they look at a party that has changed since, and thrown away on signing out, when the session has ended, or when
 * another member signs in.
 *
 * Beside it, the check-in of an event keeps its page on the devices at the gates, with scripts: it works on what it
 * carries. Signing out throws the staff's away.
 */
const CARD = "/my/card";
const FRESH_MS = 24 * 60 * 60 * 1000;
const CHECK_IN = "check-in-1";
const isCheckIn = (path) =>
  /^\/(check-in\/[^/]+|admin\/events\/\d+\/(check-in|contests\/\d+\/entries))$/.test(path);
/** At a gate nobody waits longer for a network that hardly works. */
const PATIENCE_MS = 4_000;
const keptFor = (number) => `card-2-${number}`;
/** Counts signings-out: a copy that was under way while one of them happened is not kept. */
let departures = 0;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const number = event.data?.keepCardOf;
  if (typeof number === "string") event.waitUntil(keepCard(number, event.data.changedAt));
  const page = event.data?.keepCheckIn;
  if (typeof page === "string" && isCheckIn(page)) {
    event.waitUntil(keepCheckIn(page, event.data.assets, event.source));
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;

  if (request.method !== "GET") {
    if (url.pathname.startsWith("/sign-out")) event.respondWith(signOut(request));
    return;
  }
  if (request.mode === "navigate" && /^\/(my(\/|$)|$)/.test(url.pathname)) {
    event.respondWith(fetch(request).catch(() => answerOffline(CARD)));
  } else if (request.mode === "navigate" && isCheckIn(url.pathname)) {
    event.respondWith(answerAtGate(request));
  } else if (/\.(css|js|woff2)$/.test(url.pathname)) {
    event.respondWith(fetch(request).catch(() => answerOffline(request)));
  }
});

async function answerOffline(request) {
  return (await caches.match(request)) ?? Response.error();
}

async function signOut(request) {
  const forget = () => {
    departures++;
    return Promise.all([forgetAllBut(null), forgetStaffPages(), forgetLists()]);
  };
  await forget();
  try {
    return await fetch(request);
  } finally {
    await forget();
  }
}

async function forgetAllBut(name) {
  for (const other of await caches.keys()) {
    if (other !== name && other !== CHECK_IN) await caches.delete(other);
  }
}

async function keepCard(number, changedAt) {
  const name = keptFor(number);
  const before = departures;
  await forgetAllBut(name);
  const cache = await caches.open(name);
  const kept = await cache.match(CARD);
  // By the site's clock, of which a header says the second.
  const keptAt = Date.parse(kept?.headers.get("Date") ?? "");
  const isCurrent = !changedAt || Date.parse(changedAt) < keptAt;
  if (kept && isCurrent && Date.now() - keptAt < FRESH_MS) return;

  const page = await fetch(CARD, { credentials: "same-origin" }).catch(() => null);
  if (!page) return;
  if (!page.ok || page.redirected) {
    await caches.delete(name);
    return;
  }
  const html = await page.text();
  const found = html.matchAll(/href="(\/[^"]+\.(?:css|woff2))"/g);
  // Once each, though a page names them twice: addAll refuses a list with doubles.
  const assets = new Set([...found].map(([, address]) => address));
  await cache.addAll([...assets]);
  const copy = html
    .replace(/<script\b.*?<\/script>|<link rel="modulepreload"[^>]*>/gs, "")
    .replace("<html", "<html data-kept");
  const headers = new Headers();
  for (const name of ["Content-Type", "Content-Security-Policy", "Date"]) {
    headers.set(name, page.headers.get(name) ?? "");
  }
  await cache.put(CARD, new Response(copy, { headers }));

  for (const old of await cache.keys()) {
    const { pathname } = new URL(old.url);
    if (pathname !== CARD && !assets.has(pathname)) await cache.delete(old);
  }
  if (departures !== before) await caches.delete(name);
}

/** The page as it is now; the kept one where there is no answer in time, or a proxy says that nobody is there. */
async function answerAtGate(request) {
  const kept = await caches.match(request, { ignoreSearch: true });
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  return answer && answer.status < 502 ? answer : kept;
}

async function keepCheckIn(page, assets, asker) {
  const cache = await caches.open(CHECK_IN);
  const answer = await fetch(page, { credentials: "same-origin" }).catch(() => null);
  if (!answer) return;
  if (!answer.ok || answer.redirected) {
    await cache.delete(page);
    return;
  }
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const found = (await answer.clone().text()).matchAll(/"(\/[^"\s]+\.(?:css|js|woff2))"/g);
  const wanted = new Set([...assets, ...Array.from(found, ([, address]) => address)]);
  await cache.addAll([...wanted].filter((address) => !known.has(address)));
  await cache.put(page, answer);
  asker?.postMessage({ keptCheckIn: page });
}

/** Who signs out leaves no page of the staff's behind; a steward's link is no session. */
async function forgetStaffPages() {
  if (!(await caches.has(CHECK_IN))) return;
  const cache = await caches.open(CHECK_IN);
  for (const { url } of await cache.keys()) {
    if (new URL(url).pathname.startsWith("/admin/")) await cache.delete(url);
  }
}

/** Nor any list of who comes to an event; what a device marked and has not sent stays. */
function forgetLists() {
  return new Promise((resolve) => {
    const opening = indexedDB.open("marque-check-in");
    // There is none, and none is made by looking.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = resolve;
    opening.onsuccess = () => {
      const base = opening.result;
      const clearing = base.transaction("lists", "readwrite");
      clearing.objectStore("lists").clear();
      clearing.oncomplete = clearing.onerror = () => {
        base.close();
        resolve();
      };
    };
  });
}

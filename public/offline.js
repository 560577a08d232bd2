/*
 * Keeps the member's card at hand without a network: its page, the style sheet and the two fonts.
 * Nothing else is kept. The copy is renewed whenever the owner's pages are opened, and thrown away
 * on signing out or when the session has ended.
 */
const KEPT = "card-1";
const CARD = "/my/card";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;

  if (request.method !== "GET") {
    if (url.pathname.startsWith("/sign-out")) event.waitUntil(caches.delete(KEPT));
    return;
  }
  if (request.mode === "navigate" && url.pathname.startsWith("/my")) {
    event.respondWith(fetch(request).catch(() => answerOffline(CARD)));
    if (url.pathname === "/my") event.waitUntil(keepCard());
  } else if (/\.(css|woff2)$/.test(url.pathname)) {
    event.respondWith(fetch(request).catch(() => answerOffline(request)));
  }
});

async function answerOffline(request) {
  return (await caches.match(request)) ?? Response.error();
}

async function keepCard() {
  const page = await fetch(CARD, { credentials: "same-origin" }).catch(() => null);
  if (!page) return;
  if (!page.ok || page.redirected) {
    await caches.delete(KEPT);
    return;
  }
  const html = await page.clone().text();
  const found = html.matchAll(/href="(\/[^"]+\.(?:css|woff2))"/g);
  // Once each, though a page names them twice: addAll refuses a list with doubles.
  const assets = new Set([...found].map(([, address]) => address));
  const cache = await caches.open(KEPT);
  await cache.addAll([...assets]);
  await cache.put(CARD, page);

  for (const kept of await cache.keys()) {
    const { pathname } = new URL(kept.url);
    if (pathname !== CARD && !assets.has(pathname)) await cache.delete(kept);
  }
}

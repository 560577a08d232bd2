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
  const assets = [...html.matchAll(/href="(\/[^"]+\.(?:css|woff2))"/g)].map((found) => found[1]);
  const cache = await caches.open(KEPT);
  await cache.addAll(assets);
  await cache.put(CARD, page);
}

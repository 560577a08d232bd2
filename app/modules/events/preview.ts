import type { Locale } from "#app/platform/words/locale.ts";
import { describeEvent, type EventPage, type KeptEvent } from "./event-page.ts";

/** Whom a page is shown as before it is open: a guest, a member of either tier, and whoever comes too late. */
export const previewReaders = ["guest", "silver", "gold", "full"] as const;
export type PreviewReader = (typeof previewReaders)[number];

/**
 * An event's page as somebody will see it. As one that is full it is shown at a moment when everybody may register.
 *
 * @param event as if it were published, with nobody in it.
 */
export function previewEvent(
  event: KeptEvent,
  reader: PreviewReader,
  locale: Locale,
  now: Date,
): EventPage {
  if (reader !== "full") return describeEvent(event, reader === "gold", locale, now);
  const { plan } = event;
  // A limit that lets nobody in is one that is taken; how many it lets in is said as it is.
  const taken = { ...plan, limits: plan.limits.map((limit) => ({ ...limit, most: 0 })) };
  const at = new Date(Math.max(now.getTime(), plan.opensAt.getTime()));
  const page = describeEvent({ ...event, plan: taken }, false, locale, at);
  return {
    ...page,
    limits: page.limits.map((limit) => ({
      ...limit,
      most: plan.limits.find(({ key }) => key === limit.key)?.most ?? 0,
    })),
  };
}

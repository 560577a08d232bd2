/** Copies of their data that somebody may ask for in a day: each is work, and nobody needs a fourth. */
export const EXPORTS_A_DAY = 3;
/** How long a copy can be fetched. */
export const EXPORT_KEPT_DAYS = 7;

const DAY_MS = 86_400_000;

export type ExportState = "waiting" | "ready" | "failed" | "expired";
export type ExportRefusal = "under-way" | "too-many";

/**
 * Decides whether somebody may ask for a copy of their data: one at a time, and {@link EXPORTS_A_DAY} in
 * any 24 hours. One that failed does not count against them.
 *
 * @param recent what they asked for so far.
 */
export function decideExport(
  recent: readonly { state: ExportState; createdAt: Date }[],
  now: Date,
): { ok: true } | { ok: false; refusal: ExportRefusal } {
  if (recent.some(({ state }) => state === "waiting")) return { ok: false, refusal: "under-way" };
  const counted = recent.filter(
    ({ state, createdAt }) => state !== "failed" && now.getTime() - createdAt.getTime() < DAY_MS,
  );
  if (counted.length >= EXPORTS_A_DAY) return { ok: false, refusal: "too-many" };
  return { ok: true };
}

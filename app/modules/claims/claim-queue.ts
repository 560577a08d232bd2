export const CLAIM_VIEWS = ["all", "mine", "unassigned", "answered"] as const;
/** Which claims the queue shows. */
export type ClaimView = (typeof CLAIM_VIEWS)[number];

/** A place in the queue: the last claim of the page before. */
export type ClaimPlace = { arrived: boolean; dueAt: Date; id: number };

/** A place as it stands in an address: `0-1764086400000-12`. */
export function writePlace({ arrived, dueAt, id }: ClaimPlace): string {
  return `${arrived ? 1 : 0}-${dueAt.getTime()}-${id}`;
}

/** The place that an address names; null for what names none, which is the beginning. */
export function readPlace(text: string | null): ClaimPlace | null {
  const match = /^([01])-(\d{1,15})-([1-9]\d{0,8})$/.exec(text ?? "");
  if (!match) return null;
  const dueAt = new Date(Number(match[2]));
  if (Number.isNaN(dueAt.getTime()) || dueAt.getUTCFullYear() > 9999) return null;
  return { arrived: match[1] === "1", dueAt, id: Number(match[3]) };
}

/** Which leads the list shows. `ended`: what was delivered, or came to nothing. */
export const LEAD_VIEWS = ["mine", "team", "unassigned", "ended"] as const;
export type LeadView = (typeof LEAD_VIEWS)[number];

/** How they are laid out: one below the other, or by stage. */
export const LEAD_LAYOUTS = ["list", "board"] as const;
export type LeadLayout = (typeof LEAD_LAYOUTS)[number];

/** Which of a view's leads: all, or those whose next step is late. */
export const LEAD_DUES = ["all", "late"] as const;
export type LeadDue = (typeof LEAD_DUES)[number];

/** Stages at which there is something to do. */
export const OPEN_STAGES = [
  "submitted",
  "accepted",
  "contacted",
  "visited",
  "test-drive",
  "ordered",
] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];

/** A place in the list: the last lead of the page before. Ended ones are listed by their number alone. */
export type LeadPlace = { dueAt: Date; id: number };

/** A place as it stands in an address: `1764086400000-12`. */
export const writePlace = ({ dueAt, id }: LeadPlace): string => `${dueAt.getTime()}-${id}`;

/** The place that an address names; null for what names none, which is the beginning. */
export function readPlace(text: string | null): LeadPlace | null {
  const match = /^(\d{1,15})-([1-9]\d{0,8})$/.exec(text ?? "");
  if (!match) return null;
  const dueAt = new Date(Number(match[1]));
  if (Number.isNaN(dueAt.getTime()) || dueAt.getUTCFullYear() > 9999) return null;
  return { dueAt, id: Number(match[2]) };
}

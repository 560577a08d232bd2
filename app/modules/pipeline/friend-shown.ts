import { maskEmail, maskPhone } from "#app/modules/person/contact-spelling.ts";

/** Whoever of the staff looks at a lead. */
export type LeadViewer = { id: number; isAdmin: boolean };

/** What staff see of a friend. The walk through all of them is in docs/friend-data.md. */
export type ShownFriend = {
  /** Null once they asked to be forgotten. */
  name: string | null;
  /** E.164, or of which the last four figures are left. */
  phone: string | null;
  email: string | null;
  /** What the referrer wrote of them; empty for who may not read it. */
  note: string;
  /** Whether they may be rung from here. */
  whole: boolean;
};

/** Who works with a lead, and sees all of it: its consultant, and admins. Everybody else takes it over first. */
export const worksWith = (viewer: LeadViewer, consultantId: number | null): boolean =>
  viewer.isAdmin || viewer.id === consultantId;

/** A friend as somebody of the staff sees them. */
export function friendShown(
  friend: { name: string | null; phone: string | null; email: string | null; note: string },
  whole: boolean,
): ShownFriend {
  const { name, phone, email, note } = friend;
  if (whole) return { name, phone, email, note, whole: phone !== null };
  return {
    name,
    phone: phone && maskPhone(phone),
    email: email && maskEmail(email),
    note: "",
    whole: false,
  };
}

import type { ConsentKind } from "#app/modules/consents/consent-kinds.ts";
import type { TemplateName } from "../../../emails/compose-letter.tsx";

/**
 * The kinds of letters that somebody can do without. Every other letter is essential: a code, an answer
 * to something they asked for, the safety of their account, points changed by somebody's hand.
 */
export const NOTIFICATION_KINDS = [
  "points-digest",
  "points-lapsing",
  "tier",
  "goals",
  "referrals",
  "after-events",
  "draws",
  "greetings",
  "club-news",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export const isNotificationKind = (text: string): text is NotificationKind =>
  (NOTIFICATION_KINDS as readonly string[]).includes(text);

const KIND_OF: Partial<Record<TemplateName, NotificationKind>> = {
  "points-digest": "points-digest",
  "points-lapsing": "points-lapsing",
  "tier-changed": "tier",
  "tier-warning": "tier",
  "goal-news": "goals",
  "lead-news": "referrals",
  "event-survey": "after-events",
  "event-thanks": "after-events",
  "draw-entered": "draws",
  birthday: "greetings",
};

/** Of which kind a letter is; null for one that everybody gets. */
export const kindOf = (template: TemplateName): NotificationKind | null =>
  KIND_OF[template] ?? null;

type Cover = {
  /** Whoever gave or refused this consent has said so of the kind, until they choose by kind. */
  consent: ConsentKind;
  /** For people who were never asked: the dealership brought them in. */
  unasked: boolean;
};

const COVERS: Record<NotificationKind, Cover> = {
  "points-digest": { consent: "service-messages", unasked: true },
  "points-lapsing": { consent: "service-messages", unasked: true },
  tier: { consent: "service-messages", unasked: true },
  goals: { consent: "service-messages", unasked: true },
  referrals: { consent: "service-messages", unasked: true },
  "after-events": { consent: "service-messages", unasked: true },
  draws: { consent: "service-messages", unasked: true },
  greetings: { consent: "club-news", unasked: false },
  "club-news": { consent: "club-news", unasked: false },
};

/**
 * What decides about a kind where the person has not chosen: their latest word on a consent, and where
 * they were never asked for it, what the kind is for. What concerns their own points is told to people
 * whom the dealership brought in; news are sent to nobody who did not ask for them.
 */
export const coverOf = (kind: NotificationKind): Cover => COVERS[kind];

/**
 * Whether somebody gets letters of a kind.
 *
 * @param chosen their own choice of the kind, which always wins.
 * @param consented their latest word on the consent that covers it; null when they were never asked.
 */
export function wantsKind(
  kind: NotificationKind,
  { chosen, consented }: { chosen: boolean | null; consented: boolean | null },
): boolean {
  return chosen ?? consented ?? coverOf(kind).unasked;
}

/**
 * Every action that the code writes to the audit log, by what it is about. A test holds it against the code,
 * and the words of both languages against it: what was done can always be read as a sentence.
 */
export const AUDIT_GROUPS = {
  contacts: ["contact.shown", "contact.corrected", "contact.restored", "birthday.corrected"],
  points: [
    "adjustment.booked",
    "adjustment.asked",
    "adjustment.approved",
    "adjustment.refused",
    "adjustment.withdrawn",
  ],
  payments: [
    "payment.recorded",
    "payment.paid-online",
    "payment.returned",
    "payment.refunded",
    "payment.looked-after",
    "reconciliation.asked",
    "reconciliation.answered",
  ],
  tiers: ["gold.granted", "gold.withdrawn", "gold.paid-for", "gold.taken-back"],
  rules: ["rules.saved", "rules.withdrawn"],
  members: ["members.exported"],
  desk: ["visit.recorded", "visit.voided"],
  claims: [
    "claim.filed",
    "claim.taken",
    "claim.handed-over",
    "claim.granted",
    "claim.on-statement",
    "claim.refused",
  ],
  gifts: [
    "gift.created",
    "gift.changed",
    "gift.archived",
    "gift.brought-back",
    "gift.variant-changed",
    "gift.photo-added",
    "gift.photo-removed",
    "stock.received",
    "stock.taken-out",
    "stock.transferred",
    "stock.counted",
    "gift.handed-over",
    "gift.hand-over-undone",
    "gift.shipped",
    "gift.returned",
    "gift.exchanged",
    "gift.taken-for-member",
    "redemption.extended",
    "redemption.cancelled",
    "voucher.used",
    "voucher.use-undone",
  ],
  events: [
    "event.drafted",
    "event.discarded",
    "event.published",
    "event.changed",
    "event.cancelled",
    "event.message-sent",
    "steward-link.made",
    "steward-link.ended",
    "registration.at-desk",
    "registration.let-in",
    "registration.cancelled",
    "early-access.given-back",
    "early-access.kept-back",
  ],
  cars: [
    "car.added",
    "car.ended",
    "car-claim.opened",
    "car-claim.granted",
    "car-claim.refused",
    "card.opened-by-proof",
  ],
  accounts: ["profile.changed", "closing.asked", "closing.stopped", "account.closed"],
  imports: [
    "import.started",
    "import.reversal-asked",
    "import.reversed",
    "order-row.answered",
    "order-word.explained",
  ],
  staff: [
    "roles-granted",
    "staff.invited",
    "staff.roles-changed",
    "staff.ended",
    "code.made",
    "sessions.ended",
  ],
  club: [
    "club.changed",
    "payment-methods.changed",
    "store.added",
    "store.changed",
    "store.accepted",
    "store.merged",
    "text.saved",
    "api-key.made",
    "api-key.ended",
  ],
  letters: ["letter.opened", "letter.sent-again"],
  audit: ["audit.exported"],
} as const;

export type AuditGroup = keyof typeof AUDIT_GROUPS;
export type AuditAction = (typeof AUDIT_GROUPS)[AuditGroup][number];

export const AUDIT_GROUP_NAMES = Object.keys(AUDIT_GROUPS) as AuditGroup[];
const known: ReadonlySet<string> = new Set(Object.values(AUDIT_GROUPS).flat());

/** Whether there are words for an action; a line from before it was named so may have none. */
export const isKnownAction = (action: string): action is AuditAction => known.has(action);

import { ROLES } from "#app/modules/access/roles.ts";
import { isLetterTemplate } from "#app/modules/letters/letter-templates.ts";
import { KNOWN_PAYERS } from "#app/modules/rulebook/payer.ts";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import { isTextName } from "#app/modules/texts/club-texts.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { AUDIT_GROUP_NAMES, isKnownAction } from "./audit-actions.ts";

/** What was done, in words; as it was written where the code no longer writes it so. */
export function actionWords(t: Translate, action: string): string {
  return isKnownAction(action) ? t(`audit.action.${action}`) : action;
}

/** Things that have no name of their own: what they are, and their number. */
const THINGS = [
  "import",
  "claim",
  "lead",
  "gift",
  "redemption",
  "campaign",
  "campaign-award",
  "contest",
  "contest-entry",
  "stock",
  "store",
  "order-row",
  "order-word",
  "api-client",
  "webhook",
  "mail",
  "person",
  "reconciliation",
  "difference",
  "event",
  "registration",
  "draw",
  "prize-table",
  "impact-unit",
] as const;

/** Things that there is one of. */
const ONLY_ONES = ["club", "members", "audit", "stock-room"] as const;

/** What was acted on, in words: for what has no number that people know it by. */
export function subjectWords(t: Translate, subject: string): string {
  const [kind, id = ""] = subject.split(":", 2);
  const one = ONLY_ONES.find((each) => each === kind);
  if (one) return t(`audit.thing.${one}`);
  if (subject === "person:everybody") return t("audit.thing.everybody");
  if (kind === "rules") return t("rules.version", { version: id });
  if (kind === "text" && isTextName(id)) return t(`texts.${id}`);
  const thing = THINGS.find((each) => each === kind);
  return thing ? t(`audit.thing.${thing}`, { id }) : subject;
}

/** Values that are codes, by what they are codes of; an old one that is no longer known stays as it is. */
const CODES = {
  kind: [
    "members",
    "service-orders",
    "adjustment",
    "visit",
    "claim-entered",
    "claim-linked",
    "car",
  ],
  cause: ["sold", "given-up"],
  answer: ["another", "correction", "left-out"],
  at: ["console"],
  field: [
    "phone",
    "email",
    "name",
    "nameZh",
    "languages",
    "currency",
    "timeZone",
    "workingDays",
    "closedDays",
    "openDays",
    "opensAt",
    "closesAt",
    "contactEmail",
    "contactPhone",
    // Of a gift.
    "sku",
    "kind",
    "titleEn",
    "titleZh",
    "aboutEn",
    "aboutZh",
    "points",
    "money",
    "cost",
    "tier",
    "limitPerMember",
    "limitTotal",
    "fulfilment",
    "voucherUses",
    "voucherDays",
    "drawing",
    "visibleFrom",
    "visibleUntil",
    "availableFrom",
    "availableUntil",
    "lowAt",
    "termsEn",
    "termsZh",
  ],
  moved: ["time", "place", "price"],
  why: ["gone", "failing"],
  audience: ["all", "registered", "waiting", "no-shows", "session"],
  scope: ["orders", "balance"],
  trouble: [
    "refund-failed",
    "refund-elsewhere",
    "refund-twice",
    "return-failed",
    "refund-due",
    "second-subscription",
  ],
  method: ["cash", "card", "wechat", "alipay", "transfer", "stripe"],
  onlineMethod: ["card", "alipay", "wechat_pay", "paynow", "konbini", "sepa_debit", "dashboard"],
} as const;

type Codes = keyof typeof CODES;

function codeWords(t: Translate, codes: Codes, value: unknown): string {
  return listed(value, (code) => {
    const known = (CODES[codes] as readonly string[]).includes(code);
    return known ? t(`audit.code.${codes}.${code as never}`) : code;
  });
}

/** A detail's value in words, by the detail's name; the others are text and figures that read as they are. */
const VALUES: Record<string, (t: Translate, value: unknown) => string> = {
  kind: (t, value) => codeWords(t, "kind", value),
  cause: (t, value) => codeWords(t, "cause", value),
  answer: (t, value) => codeWords(t, "answer", value),
  at: (t, value) => codeWords(t, "at", value),
  meaning: meaningWords,
  field: (t, value) => codeWords(t, "field", value),
  fields: (t, value) => codeWords(t, "field", value),
  method: (t, value) => codeWords(t, "method", value),
  counterMethods: (t, value) => codeWords(t, "method", value),
  onlineMethods: (t, value) => codeWords(t, "onlineMethod", value),
  moved: (t, value) => codeWords(t, "moved", value),
  why: (t, value) => codeWords(t, "why", value),
  audience: (t, value) => codeWords(t, "audience", value),
  trouble: (t, value) => codeWords(t, "trouble", value),
  scopes: (t, value) => codeWords(t, "scope", value),
  roles: roleWords,
  granted: roleWords,
  withdrawn: roleWords,
  template: (t, value) =>
    listed(value, (name) => (isLetterTemplate(name) ? t(`staff.mails.template.${name}`) : name)),
  group: (t, value) => {
    const group = AUDIT_GROUP_NAMES.find((each) => each === value);
    return group ? t(`audit.group.${group}`) : String(value);
  },
  closesAt: (_t, value) => String(value).slice(0, 10),
};

/** Of a word of the workshop's files: who pays, or the kind of work. */
function meaningWords(t: Translate, value: unknown): string {
  const payer = KNOWN_PAYERS.find((each) => each === value);
  if (payer) return t(`questions.payer.${payer}`);
  const kind = workKinds.find((each) => each === value);
  return kind ? t(`staff.work.${kind}`) : String(value);
}

function roleWords(t: Translate, value: unknown): string {
  return listed(value, (code) => {
    const role = ROLES.find((each) => each === code);
    return role ? t(`audit.code.role.${role}`) : code;
  });
}

/** Codes are kept as a list, or as one text with blanks between them. */
function listed(value: unknown, say: (code: string) => string): string {
  const codes = Array.isArray(value) ? value.map(String) : String(value).split(" ");
  return codes.filter(Boolean).map(say).join(", ");
}

/** Details with words for their names, in the order in which they are written. */
export const DETAILS = [
  "field",
  "fields",
  "points",
  "sum",
  "method",
  "counterMethods",
  "onlineMethods",
  "receipt",
  "counterReceipt",
  "takeBack",
  "endRenewal",
  "trouble",
  "waits",
  "about",
  "store",
  "into",
  "order",
  "orderNumber",
  "reason",
  "note",
  "from",
  "through",
  "startsOn",
  "since",
  "day",
  "changes",
  "answer",
  "meaning",
  "orders",
  "roles",
  "granted",
  "withdrawn",
  "kind",
  "fileName",
  "dryRun",
  "rows",
  "count",
  "template",
  "cause",
  "closesAt",
  "name",
  "phone",
  "scopes",
  "open",
  "photo",
  "seenId",
  "at",
  "group",
  "filter",
  "version",
  "asks",
  "claimId",
  "pieces",
  "people",
  "gift",
  "variant",
  "collector",
  "carrier",
  "trackingNumber",
  "toShelf",
  "left",
  "event",
  "moved",
  "gate",
  "audience",
  "subject",
  "host",
  "description",
  "events",
  "why",
  "draw",
  "entries",
  "fingerprint",
  "value",
  "winners",
  "contest",
  "tieCommitment",
  "number",
  "entry",
  "prize",
  "prizes",
  "question",
  "answers",
  "counted",
] as const;

/** Numbers of rows that nobody knows anything by; they are in the CSV file alone. */
export const ROW_IDS = [
  "childId",
  "carId",
  "orderId",
  "entryId",
  "reception",
  "request",
  "payment",
  "memberId",
  "importId",
  "endedHolding",
  "storeId",
  "toStoreId",
  "to",
] as const;

/**
 * What else tells an act from another like it, as label and value.
 *
 * @param rowIds whether numbers of rows in the database are said too: for whoever looks something up by them.
 */
export function detailWords(
  t: Translate,
  detail: Readonly<Record<string, unknown>>,
  { rowIds = false } = {},
): { label: string; value: string }[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    if (value === null || value === "") return [];
    if ((ROW_IDS as readonly string[]).includes(name)) {
      return rowIds ? [{ label: name, value: valueText(t, value) }] : [];
    }
    const known = DETAILS.find((each) => each === name);
    const words = VALUES[name]?.(t, value) ?? valueText(t, value);
    return [{ label: known ? t(`audit.detail.${known}`) : name, value: words }];
  });
}

function valueText(t: Translate, value: unknown): string {
  if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
  if (Array.isArray(value)) return value.map((each) => valueText(t, each)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

import type { Translate } from "#app/platform/words/translate.ts";
import { isKnownAction } from "./audit-actions.ts";

/** What was done, in words; as it was written where the code no longer writes it so. */
export function actionWords(t: Translate, action: string): string {
  return isKnownAction(action) ? t(`audit.action.${action}`) : action;
}

const DETAILS = [
  "field",
  "points",
  "sum",
  "waits",
  "about",
  "store",
  "order",
  "reception",
  "reason",
  "note",
  "request",
  "from",
  "through",
  "startsOn",
  "changes",
  "orders",
  "store",
  "into",
  "answer",
  "roles",
  "kind",
  "fileName",
  "rows",
  "orderNumber",
  "template",
  "day",
  "cause",
  "since",
  "closesAt",
  "fields",
  "entryId",
  "orderId",
  "carId",
  "claimId",
] as const;

/** What else tells an act from another like it, as label and value. */
export function detailWords(
  t: Translate,
  detail: Readonly<Record<string, unknown>>,
): { label: string; value: string }[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    if (value === null || value === "") return [];
    const known = DETAILS.find((each) => each === name);
    return [{ label: known ? t(`audit.detail.${known}`) : name, value: valueText(value) }];
  });
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

import type { Translate, WordKey } from "#app/platform/words/translate.ts";
import type { RowUndone } from "./import-reversal.ts";
import type { ImportKind, ImportProblem, RowDetail } from "./import-run.ts";

/** Reasons and notes come out of the database; each has a sentence of the same name. */
const words = {
  reasons: new Set([
    "order_number_lost_digits",
    "missing_order_number",
    "damaged_text",
    "bad_date",
    "bad_amount",
    "amount_mismatch",
    "unknown_type",
    "no_vehicle",
    "order_of_another_store",
    "number_of_another_car",
    "own_car",
    "bad_member_number",
    "missing_name",
    "unknown_tier",
    "unknown_programme",
    "bad_roll_date",
    "bad_opening_balance",
    "email_of_another_member",
    "car_of_another_member",
  ] as const),
  notes: new Set([
    "vin_wrong_check_digit",
    "vin_malformed",
    "vin_unverified",
    "vin_lost_digits",
    "unknown_payment",
    "older-than-held",
    "seen-before",
    "order-cancelled",
    "partly-refunded",
    "refund-too-large",
    "no-member",
    "phone_unusable",
    "phone_lost_digits",
    "email_unusable",
    "vin_unusable",
    "plate_unusable",
    "person_known",
    "email_kept",
    "plate_of_another_member",
    "pending",
    "freed",
  ] as const),
};

const isOneOf = <Word extends string>(known: ReadonlySet<Word>, word: string): word is Word =>
  known.has(word as Word);

/** Why a row was rejected, as a sentence; a code that has none stays a code. */
export function reasonWords(t: Translate, kind: ImportKind, reason: string): string {
  const code = kind === "members" && reason === "bad_date" ? "bad_roll_date" : reason;
  return isOneOf(words.reasons, code) ? t(`import.reason.${code}`) : code;
}

/** What became of a row when its import was taken back, as a sentence. */
function undoneWords(t: Translate, { outcome, because }: RowUndone): string {
  return because ? t(`import.kept.${because}`) : t(`import.undone.${outcome}`);
}

/** What else there is to say of a row, as sentences. */
export function noteWords(t: Translate, detail: RowDetail | null): string[] {
  const notes = [
    ...(detail?.notes ?? []),
    ...(detail?.pending ? ["pending"] : []),
    ...(detail?.freed ? ["freed"] : []),
  ];
  return [
    ...notes.map((note) => (isOneOf(words.notes, note) ? t(`import.note.${note}`) : note)),
    ...(detail?.undone ? [undoneWords(t, detail.undone)] : []),
  ];
}

/** Why a file was refused whole. Its key comes out of the database, where `import-problem.ts` put it. */
export function problemWords(t: Translate, { key, params }: ImportProblem): string {
  return t(key as WordKey, params);
}

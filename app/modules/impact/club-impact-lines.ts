import { type CountedIn, countedWords } from "#app/platform/words/counted.ts";
import type { Translate } from "#app/platform/words/translate.ts";

/** What the club has done in all, in the reader's words: "1,284 trees planted since 2026". */
export const clubImpactLines = (
  done: readonly { unit: CountedIn; amount: number; since: number }[],
  t: Translate,
): string[] =>
  done.map(({ unit, amount, since }) =>
    t("together.since", { what: countedWords(unit, amount, t.locale), year: since }),
  );

import type { CountedIn } from "#app/platform/words/counted.ts";

/** Something that the club counts of what was done together. Its key stays when its words change. */
export type ImpactUnit = CountedIn & {
  id: number;
  key: string;
  /** Trees are whole; hours have halves. */
  wholeOnly: boolean;
};

const plain = (text: string) => text.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");

/**
 * What words stand for of that which the club counts already, so that trees of two events add up however an event
 * came by its words. English is looked at first, of one or of several; capitals and blanks say nothing.
 */
export function unitInWords<Unit extends CountedIn>(
  units: readonly Unit[],
  words: Pick<CountedIn, "many" | "zh">,
): Unit | undefined {
  const [en, zh] = [plain(words.many), plain(words.zh)];
  const inEnglish = units.find(
    ({ one, many }) => en !== "" && [plain(one), plain(many)].includes(en),
  );
  return inEnglish ?? units.find((unit) => zh !== "" && plain(unit.zh) === zh);
}

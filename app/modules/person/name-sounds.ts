import { pinyin } from "pinyin-pro";

/** Names of the mainland have two to four characters; of longer ones, such as Uyghur ones, one reading is enough. */
const SEVERAL_READINGS_UP_TO = 4;
/** Longer runs of characters than this are nobody's name. */
const MOST_CHARACTERS = 12;
/** Ways to read a name as a whole: few have more, and the rest would be noise. */
const MOST_READINGS = 16;

/**
 * What somebody may type who knows how a Chinese name sounds and not how it is written: every run of its syllables
 * in pinyin (陈伟明: `chen`, `chenwei`, `weiming`, …), the initials of every run of two or more (`cw`, `cwm`), and
 * the first syllable with the initials behind it (`chenwm`). Without tones; ü as v, u or yu, as keyboards,
 * habit and passports have it. A character with several readings counts with each (单 is shan, dan and chan).
 *
 * @returns each once, in small letters; none for a name without Chinese characters.
 */
export function nameSounds(name: string): string[] {
  const characters = (name.normalize("NFKC").match(/\p{Script=Han}/gu) ?? []).slice(
    0,
    MOST_CHARACTERS,
  );
  const several = characters.length <= SEVERAL_READINGS_UP_TO;
  const sounds = new Set<string>();
  for (const syllables of readingsOf(characters, several)) {
    for (let from = 0; from < syllables.length; from++) {
      for (let to = from + 1; to <= syllables.length; to++) {
        const run = syllables.slice(from, to);
        const initials = run.map((syllable) => syllable[0]).join("");
        sounds.add(run.join(""));
        if (run.length > 1) sounds.add(initials).add(`${run[0]}${initials.slice(1)}`);
      }
    }
  }
  return [...sounds];
}

/** The ways to read characters one after the other. */
function readingsOf(characters: readonly string[], several: boolean): string[][] {
  let readings: string[][] = [[]];
  for (const character of characters) {
    const syllables = syllablesOf(character);
    const counted = several ? syllables : syllables.slice(0, 1);
    readings = counted.flatMap((syllable) => readings.map((before) => [...before, syllable]));
    readings = readings.slice(0, MOST_READINGS);
  }
  return characters.length === 0 ? [] : readings;
}

function syllablesOf(character: string): string[] {
  const read = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true });
  const spelt = read.flatMap((syllable) =>
    /^[ln]ve?$/.test(syllable)
      ? [syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")]
      : [syllable],
  );
  return [...new Set(spelt)].filter((syllable) => /^[a-z]+$/.test(syllable));
}

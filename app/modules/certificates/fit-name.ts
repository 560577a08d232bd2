export type FittedName = { size: number; lines: string[] };

/**
 * Sets a name as large as it fits on one line, down to a floor; below that on two lines, as large as both fit. Two
 * lines break at the blank nearest the middle, or in a name without blanks between any two characters.
 *
 * @param widthAt1 how wide a text is at a size of 1.
 * @param room the width there is, in the same unit as sizes.
 */
export function fitName(
  name: string,
  widthAt1: (text: string) => number,
  { room, largest, floor }: { room: number; largest: number; floor: number },
): FittedName {
  const sizeOf = (lines: readonly string[]) =>
    Math.min(largest, room / Math.max(...lines.map(widthAt1)));
  const onOne = sizeOf([name]);
  if (onOne >= floor) return { size: onOne, lines: [name] };
  const lines = inTwo(name, widthAt1);
  return { size: Math.min(floor, sizeOf(lines)), lines };
}

function inTwo(name: string, widthAt1: (text: string) => number): string[] {
  const characters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  const cuts = characters.map((_, place) => place).filter((place) => place > 0);
  const atBlanks = cuts.filter((place) => characters[place] === " ");
  const split = (place: number) => [
    characters.slice(0, place).join("").trim(),
    characters.slice(place).join("").trim(),
  ];
  const longer = (lines: readonly string[]) => Math.max(...lines.map(widthAt1));
  const best = (places: readonly number[]) =>
    places
      .map(split)
      .reduce<string[] | null>(
        (one, other) => (one && longer(one) <= longer(other) ? one : other),
        null,
      );
  const whole = [name];
  const balanced = best(cuts) ?? whole;
  const words = best(atBlanks);
  // A name of one long word and a short one is not better for its blank.
  return words && longer(words) <= 1.5 * longer(balanced) ? words : balanced;
}

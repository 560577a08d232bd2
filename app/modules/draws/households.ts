/**
 * Puts people together who are one household: who shares anything with somebody shares it with all of theirs.
 *
 * @param people everybody.
 * @param pairs two who belong together; of somebody else it says nothing.
 * @returns of each the household's number, counted from 0.
 */
export function householdsOf(
  people: readonly number[],
  pairs: readonly (readonly [number, number])[],
): Map<number, number> {
  const head = new Map(people.map((person) => [person, person]));
  const headOf = (person: number): number => {
    let at = person;
    for (let above = head.get(at) ?? at; above !== at; above = head.get(at) ?? at) at = above;
    head.set(person, at);
    return at;
  };
  for (const [one, other] of pairs) {
    if (head.has(one) && head.has(other)) head.set(headOf(one), headOf(other));
  }
  const numbers = new Map<number, number>();
  return new Map(
    people.map((person) => {
      const at = headOf(person);
      if (!numbers.has(at)) numbers.set(at, numbers.size);
      return [person, numbers.get(at) as number];
    }),
  );
}

/**
 * Measures several things by turns, A B A B …, after one round that warms up and is not counted.
 *
 * @param contenders by name; each runs for a while and answers its figure.
 * @returns the figures of each, one a round.
 */
export async function byTurns<Name extends string>(
  contenders: Record<Name, () => Promise<number>>,
  rounds: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const figure = await contenders[name]();
      if (round >= 0) figures[name]?.push(figure);
    }
  }
  return figures as Record<Name, number[]>;
}

/**
 * Lets a number of clients do a thing over and over.
 *
 * @returns how often a second all of them together have done it.
 */
export async function perSecond(
  clients: number,
  seconds: number,
  work: (client: number) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  const end = started + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        await work(client);
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - started);
}

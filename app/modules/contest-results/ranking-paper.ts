/** What was published of a contest, by numbers alone. */
export type RankingPaper = {
  contest: number;
  version: number;
  /** In both languages. */
  title: string;
  kind: "pictures" | "measured" | "chosen";
  /** What besides is said of how it was decided, such as criteria with their weights: `name: value`. */
  how: { name: string; value: string }[];
  /** 64 hexadecimal digits; a last tie is drawn from it. */
  seed: string;
  /** SHA-256 of the seed, published when entries closed. */
  commitment: string;
  prizes: { bracket: string | null; rank: number; count: number; title: string }[];
  /** What the ranking follows from: what each judge gave each entry, what was measured of it, its votes. */
  facts: string[];
  places: {
    bracket: string | null;
    rank: number;
    number: number;
    total: number;
    /** What settled it among those with the same total. */
    tie: string | null;
    /** 1 for a first prize. */
    prize: number | null;
  }[];
};

const FORMAT = "marque-ranking-1";

/**
 * The paper as text: lines of `name: value`; an empty line; the facts, one a line; an empty line; and a line for each
 * place: bracket, rank, number, total, what settled it, and which prize, with a blank between and `-` for none. Every line
 * ends with a line feed. docs/judging.md says how places follow from facts.
 */
export function writeRankingPaper(paper: RankingPaper): string {
  const { contest, version, title, kind, how, seed, commitment, prizes, facts, places } = paper;
  return [
    `format: ${FORMAT}`,
    `contest: ${contest}`,
    `title: ${inLine(title)}`,
    `version: ${version}`,
    `kind: ${kind}`,
    ...how.map(({ name, value }) => `${name}: ${inLine(value)}`),
    `commitment: ${commitment}`,
    `seed: ${seed}`,
    ...prizes.map(
      (prize) =>
        `prize: ${prize.bracket ?? "-"} ${prize.rank} ${prize.count} ${inLine(prize.title)}`,
    ),
    "",
    ...facts,
    "",
    ...places.map(({ bracket, rank, number, total, tie, prize }) =>
      [bracket ?? "-", rank, number, total, tie ?? "-", prize ?? "-"].join(" "),
    ),
    "",
  ].join("\n");
}

const inLine = (text: string) => text.replace(/\s+/g, " ").trim();

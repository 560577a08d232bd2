import { prizeOfTurn } from "./prize-table.ts";
import { fingerprintOf } from "./sequence.ts";

/** What the club has published of a table from which every turn won, once it is closed. */
export type PublishedTable = {
  fingerprint: string;
  commitment: string;
  seed: string;
  /** How many turns there were. */
  turnsInAll: number;
  /** Some of them, and what each won: the prize's place on the paper, counted from 1. */
  turns: readonly { turn: number; place: number }[];
  /** How often each prize was won, in the paper's order. */
  won: readonly number[];
};

export const tableSteps = ["list", "promise", "seed", "turns"] as const;
export type TableStep = (typeof tableSteps)[number];

export type TableCheck = { steps: Record<TableStep, boolean>; isRight: boolean };

type PaperPrize = { place: number; weight: number; left: number | null };

/**
 * Plays all turns of a table again out of its paper and compares them with what was published. Pure, so that a
 * visitor's browser does it: nothing but the paper is asked of the club.
 */
export function checkTable(text: string, published: PublishedTable): TableCheck {
  const { seed, commitment } = published;
  const fingerprint = fingerprintOf(text);
  const paper = readPrizePaper(text);
  const steps = {
    list: paper !== null && fingerprint === published.fingerprint,
    promise: paper?.commitment === commitment,
    seed: fingerprintOf(seed) === commitment,
    turns: paper !== null && isPlayed(paper.prizes, { ...published, fingerprint }),
  };
  return { steps, isRight: tableSteps.every((step) => steps[step]) };
}

function isPlayed(
  prizes: readonly PaperPrize[],
  { seed, fingerprint, turnsInAll, turns, won }: PublishedTable,
): boolean {
  // A table always wins, so its turns never run out of prizes; a paper on which they do is not right.
  if (!prizes.some(({ left }) => left === null)) return false;
  const said = new Map(turns.map(({ turn, place }) => [turn, place]));
  const counts = prizes.map(() => 0);
  for (let turn = 1; turn <= turnsInAll; turn++) {
    const left = prizes.map((prize, at) => ({
      ...prize,
      left: prize.left === null ? null : prize.left - (counts[at] as number),
    }));
    const { place } = prizeOfTurn(left, { seed, fingerprint, turn });
    counts[place - 1] = (counts[place - 1] as number) + 1;
    if ((said.get(turn) ?? place) !== place) return false;
  }
  return counts.join() === won.join() && turns.every(({ turn }) => turn <= turnsInAll);
}

/** Reads a table's paper; null for a text that is none. */
function readPrizePaper(text: string): { commitment: string; prizes: PaperPrize[] } | null {
  const [format, , promise = "", ...lines] = text.split("\n");
  const commitment = /^commitment: ([0-9a-f]{64})$/.exec(promise)?.[1];
  if (format !== "format: marque-prizes-1" || !commitment || lines.pop() !== "") return null;
  const prizes = lines.map((line, at): PaperPrize | null => {
    const [, weight, pieces] = /^prize: ([1-9]\d{0,3}) ([1-9]\d{0,3}|endless) ./.exec(line) ?? [];
    if (!weight || !pieces) return null;
    return {
      place: at + 1,
      weight: Number(weight),
      left: pieces === "endless" ? null : Number(pieces),
    };
  });
  const whole = prizes.filter((prize) => prize !== null);
  return whole.length === lines.length && whole.length > 0 ? { commitment, prizes: whole } : null;
}

/** One who takes part, as the paper names them. */
export type PaperEntry = {
  /** Eight letters and figures by chance: see {@link newEntryNumber}. */
  entry: string;
  /** How many tickets it counts as: 1 to {@link MOST_WEIGHT}. */
  weight: number;
  /** Entries of one household share it. Where a household may win more than once, it is the entry itself. */
  household: string;
};

/** How a draw that is computed will be. */
export type Promised = {
  /** The public value that is mixed in, by its name: what it will be nobody knows yet. */
  value: string;
  /** From when that value can be known. */
  due: Date;
  /** SHA-256 of the secret seed. */
  commitment: string;
};

/** All that is settled of a draw before it is drawn. */
export type Paper = {
  draw: string;
  title: string;
  /** In the order in which they are drawn. */
  prizes: { count: number; title: string }[];
  /** Of a draw by hand, who picks. */
  how: Promised | { pickedBy: string };
  entries: PaperEntry[];
};

export const MOST_WEIGHT = 1_000;
const FORMAT = "marque-draw-1";
const NUMBER = /^[0-9A-HJKMNP-TV-Z]{8}$/;
const HEX = /^[0-9a-f]{64}$/;

/**
 * The paper as text, whose SHA-256 is published before the draw: lines of `name: value`, an empty line, and one line
 * for each entry, in the order of their numbers: number, weight and household with a blank between. Every line ends
 * with a line feed.
 */
export function writePaper({ draw, title, prizes, how, entries }: Paper): string {
  const lines = [...entries]
    .sort((a, b) => (a.entry < b.entry ? -1 : 1))
    .map(({ entry, weight, household }) => `${entry} ${weight} ${household}`);
  const head = [
    `format: ${FORMAT}`,
    `draw: ${draw}`,
    `title: ${inLine(title)}`,
    ...prizes.map((prize) => `prize: ${prize.count} ${inLine(prize.title)}`),
    ...("pickedBy" in how
      ? [`picked-by: ${inLine(how.pickedBy)}`]
      : [
          `value: ${inLine(how.value)}`,
          `value-due: ${how.due.toISOString()}`,
          `commitment: ${how.commitment}`,
        ]),
    `entries: ${entries.length}`,
  ];
  return [...head, "", ...lines, ""].join("\n");
}

const inLine = (text: string) => text.replace(/\s+/g, " ").trim();

/**
 * Reads a paper.
 *
 * @returns null for a text that {@link writePaper} did not write.
 */
export function readPaper(text: string): Paper | null {
  const end = text.indexOf("\n\n");
  if (end < 0) return null;
  const head = text.slice(0, end).split("\n").map(readLine);
  const all = (name: string) => head.flatMap((line) => (line?.name === name ? [line.value] : []));
  const [draw = "", title = ""] = [all("draw")[0], all("title")[0]];
  const how = readHow(all);
  const prizes = all("prize").map(readPrize);
  const lines = text.slice(end + 2).split("\n");
  const entries = lines.slice(0, -1).map(readEntry);
  if (how === null || !prizes.every(isThere) || !entries.every(isThere)) return null;
  const isTwice = entries.some(({ entry }, place) => entry === entries[place - 1]?.entry);
  const paper = { draw, title, prizes, how, entries };
  return !isTwice && writePaper(paper) === text ? paper : null;
}

const isThere = <T>(value: T | null): value is T => value !== null;

function readHow(all: (name: string) => string[]): Paper["how"] | null {
  const [pickedBy] = all("picked-by");
  if (pickedBy !== undefined) return { pickedBy };
  const [[value = ""], [dueText = ""], [commitment = ""]] = [
    all("value"),
    all("value-due"),
    all("commitment"),
  ];
  const due = new Date(dueText);
  const isFit = value !== "" && HEX.test(commitment) && !Number.isNaN(due.getTime());
  return isFit ? { value, due, commitment } : null;
}

function readLine(line: string) {
  const match = /^([a-z-]+): (.+)$/.exec(line);
  return match && { name: match[1], value: match[2] ?? "" };
}

function readPrize(text: string): Paper["prizes"][number] | null {
  const match = /^([1-9]\d{0,3}) (.+)$/.exec(text);
  return match && { count: Number(match[1]), title: match[2] ?? "" };
}

function readEntry(line: string): PaperEntry | null {
  const [entry = "", typed = "", household = ""] = line.split(" ");
  const weight = Number(typed);
  const isFit =
    NUMBER.test(entry) && NUMBER.test(household) && weight >= 1 && weight <= MOST_WEIGHT;
  return isFit && Number.isInteger(weight) ? { entry, weight, household } : null;
}

/** How many prizes there are in all. */
export const prizesOn = ({ prizes }: Pick<Paper, "prizes">): number =>
  prizes.reduce((sum, { count }) => sum + count, 0);

import { type Day, parseDay, weekdayOf } from "#app/platform/club-time.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { ValueKind } from "./value-kinds.ts";

type Kind = {
  /** Which one of its kind, as it has to be typed. */
  reference: RegExp;
  /**
   * From when it can be known. It follows from the reference alone, so that nobody can name one that is known already.
   *
   * @returns null where there is none on that day.
   */
  due: (reference: string) => Date | null;
  name: (reference: string) => InBoth;
  /** Where everybody can read it. */
  source: string;
  /** Reads it as people type it; null for what it cannot be. */
  read: (typed: string) => string | null;
};

/** Tuesday, Thursday, Sunday. */
const LOTTO_DAYS = [2, 4, 7];
/** When quicknet's first round was, in seconds. */
const DRAND_BEGAN = 1_692_803_367;
const DAY = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const inBeijing = (day: Day, hour: string) => new Date(`${day}T${hour}:00+08:00`);

const KINDS: Record<ValueKind, Kind> = {
  // Six of 33 in rising order and one of 16; three times a week, 21:15 in Beijing, on television. Named by its day: which
  // issue is drawn on a day depends on holidays, and a past issue could be given a day that is still to come.
  "union-lotto": {
    reference: DAY,
    due: (typed) => {
      const day = parseDay(typed);
      return day && LOTTO_DAYS.includes(weekdayOf(day)) ? inBeijing(day, "21:15") : null;
    },
    name: (day) =>
      DAY.test(day)
        ? {
            en: `China Union Lotto, first draw on or after ${day}`,
            zh: `双色球 ${day} 当日（停售则顺延至下一期）开奖号码`,
          }
        : // As older lists have it.
          { en: `China Union Lotto, draw ${day}`, zh: `双色球第 ${day} 期开奖号码` },
    source: "https://www.cwl.gov.cn/ygkj/wqkjgg/ssq/",
    read: readLotto,
  },
  // Of the Shanghai Stock Exchange, at 15:00. A day may turn out to be a holiday: then the next close is meant.
  "sse-composite": {
    reference: DAY,
    due: (day) => (parseDay(day) === null ? null : inBeijing(day, "15:00")),
    name: (day) => ({
      en: `SSE Composite Index, first close on or after ${day}`,
      zh: `上证指数 ${day} 当日（休市则顺延至下一交易日）收盘点位`,
    }),
    source: "https://www.sse.com.cn/market/price/trends/",
    read: (typed) => /^\d{3,5}\.\d{2}$/.exec(plain(typed).replaceAll(",", ""))?.[0] ?? null,
  },
  // The League of Entropy's random beacon: a round every three seconds.
  drand: {
    reference: /^[1-9]\d{0,9}$/,
    due: (round) => new Date((DRAND_BEGAN + (Number(round) - 1) * 3) * 1_000),
    name: (round) => ({
      en: `drand quicknet, round ${round}`,
      zh: `drand quicknet 第 ${round} 轮随机数`,
    }),
    source:
      "https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/",
    read: (typed) => /^[0-9a-f]{64}$/.exec(plain(typed).toLowerCase())?.[0] ?? null,
  },
};

const plain = (typed: string) => typed.normalize("NFKC").trim();

/** `03 08 12 21 27 31 + 09`: six red balls in rising order, then the blue one. */
function readLotto(typed: string): string | null {
  const balls = plain(typed).match(/\d+/g)?.map(Number) ?? [];
  const [reds, blue] = [balls.slice(0, 6), balls[6] ?? 0];
  const rising = reds.every((ball, place) => ball > (reds[place - 1] ?? 0) && ball <= 33);
  if (balls.length !== 7 || !rising || blue < 1 || blue > 16) return null;
  const two = (ball: number) => String(ball).padStart(2, "0");
  return `${reds.map(two).join(" ")} + ${two(blue)}`;
}

export type PublicValue = { kind: ValueKind; reference: string };

/**
 * From when a value can be known: it has to be named before that.
 *
 * @returns null where there is none that is called so.
 */
export function valueDue({ kind, reference }: PublicValue): Date | null {
  const { reference: form, due } = KINDS[kind];
  return form.test(reference) ? due(reference) : null;
}

/** What it is called for readers. */
export const valueName = ({ kind, reference }: PublicValue): InBoth => KINDS[kind].name(reference);

/** What it is called on the paper: in both languages, the same for every reader. */
export function valueOnPaper(value: PublicValue): string {
  const { en, zh } = valueName(value);
  return `${en} / ${zh}`;
}

export const valueSource = ({ kind, reference }: PublicValue): string =>
  kind === "drand" ? KINDS[kind].source + reference : KINDS[kind].source;

/**
 * Reads the value as somebody types it, into the one way it is mixed in.
 *
 * @returns null for what it cannot be.
 */
export const readValue = (kind: ValueKind, typed: string): string | null => KINDS[kind].read(typed);

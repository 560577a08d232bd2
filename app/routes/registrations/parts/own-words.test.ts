import { expect, test } from "vitest";
import { translator } from "#app/platform/words/catalogs.server.ts";
import type { Figures } from "#app/site/use-figures.ts";
import { outcomeWords } from "./own-words.ts";

const figures = {
  points: String,
  moneyIn: (minor: number, currency: string) => `${currency} ${minor / 100}`,
} as unknown as Figures;

const own = (changes: Partial<Parameters<typeof outcomeWords>[0]> = {}) => ({
  state: "registered" as const,
  came: null,
  back: null,
  points: 0,
  isDeposit: false,
  backMinor: 0,
  refundedMinor: 0,
  currency: "CNY",
  event: { attendancePoints: 50 },
  ...changes,
});
const say = (changes: Parameters<typeof own>[0]) =>
  outcomeWords(own(changes), translator("en"), figures);
const cancelled = { state: "cancelled" } as const;
const came = { outcome: "came", deposit: null, points: false } as const;

test.each([
  ["nothing of a party that is to come", {}, []],
  ["that it came", { came }, [/Good to have/]],
  [
    "with points and the deposit",
    { came: { ...came, deposit: "returned", points: true }, points: 200, isDeposit: true },
    [/50 points/, /deposit of 200 points is back/],
  ],
  [
    "that nobody came, and the deposit is kept",
    { came: { outcome: "no-show", deposit: "kept", points: false }, points: 200, isDeposit: true },
    [/Nobody/, /deposit of 200 points was kept/],
  ],
  [
    "that a deposit came back",
    { ...cancelled, back: "returned", points: 200, isDeposit: true },
    [/deposit of 200 points is back/],
  ],
  ["that points came back", { ...cancelled, back: "returned", points: 80 }, [/80 points are back/]],
  ["that points were kept", { ...cancelled, back: "kept", points: 80 }, [/80 points were not/]],
  [
    "what money comes back",
    { ...cancelled, back: "finance", backMinor: 10_000 },
    [/CNY 100 come back/],
  ],
  [
    "what money came back",
    { ...cancelled, back: "finance", refundedMinor: 10_000 },
    [/CNY 100 were given back/],
  ],
  ["that money was kept", { ...cancelled, back: "kept" }, [/not given back/]],
] as const)("a party's page says %s", (_case, changes, words) => {
  const said = say(changes as Parameters<typeof own>[0]);
  expect(said).toEqual(words.map((each) => expect.stringMatching(each)));
});

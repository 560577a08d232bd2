import { expect, test } from "vitest";
import { type Paper, prizesOn, readPaper, writePaper } from "./paper.ts";

const paper: Paper = {
  draw: "year-end",
  title: "Year-end draw · 年终抽奖",
  prizes: [
    { count: 1, title: "Model car: red · 车模" },
    { count: 12, title: "Key ring · 钥匙扣" },
  ],
  how: {
    value: "SSE Composite Index, first close on or after 2026-12-25",
    due: new Date("2026-12-25T07:00:00Z"),
    commitment: "a".repeat(64),
  },
  entries: [
    { entry: "0000000A", weight: 1, household: "HHHHHHHH" },
    { entry: "ZZZZZZZZ", weight: 12, household: "HHHHHHHH" },
  ],
};
const text = writePaper(paper);

test("a paper says all that was promised, a line each", () => {
  expect(text).toBe(`format: marque-draw-1
draw: year-end
title: Year-end draw · 年终抽奖
prize: 1 Model car: red · 车模
prize: 12 Key ring · 钥匙扣
value: SSE Composite Index, first close on or after 2026-12-25
value-due: 2026-12-25T07:00:00.000Z
commitment: ${"a".repeat(64)}
entries: 2

0000000A 1 HHHHHHHH
ZZZZZZZZ 12 HHHHHHHH
`);
  expect(readPaper(text)).toEqual(paper);
  expect(prizesOn(paper)).toBe(13);
});

test("entries stand in the order of their numbers, however they came", () => {
  expect(writePaper({ ...paper, entries: [...paper.entries].reverse() })).toBe(text);
});

test("a title cannot bring in lines of its own", () => {
  const title = "Draw\nentries: 0\n\n0000000A 1000 0000000A";
  expect(readPaper(writePaper({ ...paper, title }))?.entries).toEqual(paper.entries);
});

test("a paper of a draw by hand says who picks, and promises no seed", () => {
  const byHand = { ...paper, how: { pickedBy: "The first-prize child · 一等奖小朋友" } };
  expect(writePaper(byHand)).toContain(
    "\npicked-by: The first-prize child · 一等奖小朋友\nentries: 2\n",
  );
  expect(readPaper(writePaper(byHand))).toEqual(byHand);
});

test("a paper without entries is one", () => {
  expect(readPaper(writePaper({ ...paper, entries: [] }))?.entries).toEqual([]);
});

test.each([
  ["nothing", ""],
  ["a head alone", text.split("\n\n")[0] ?? ""],
  ["a line too many", text.replace("0000000A 1", "0000000B 1 HHHHHHHH\n0000000A 1")],
  ["an entry that is there twice", text.replace("0000000A", "ZZZZZZZZ")],
  ["an entry in the wrong place", text.replace("ZZZZZZZZ", "00000000")],
  ["no weight", text.replace("Z 12 ", "Z 0 ")],
  ["more weight than there is", text.replace("Z 12 ", "Z 1001 ")],
  ["half a ticket", text.replace("Z 12 ", "Z 1.5 ")],
  ["a number that looks like another", text.replace("0000000A", "OOOOOOOA")],
  ["another format", text.replace("draw-1", "draw-2")],
  ["a commitment that is none", text.replace("aaaa", "AAAA")],
  ["no end", text.slice(0, -1)],
  ["windows' line ends", text.replaceAll("\n", "\r\n")],
  ["no day", text.replace("2026-12-25T", "2026-13-25T")],
])("%s is no paper", (_what, other) => {
  expect(readPaper(other)).toBeNull();
});

import { expect, test } from "vitest";
import { setLines } from "./set-lines.ts";

const upTo = (most: number) => (line: string) => [...line].length <= most;

test.each([
  ["came to the lake", 20, ["came to the lake"]],
  ["came to the lake", 11, ["came to the", "lake"]],
  ["参加了“我眼中的爱车”", 6, ["参加了“我眼", "中的爱车”"]],
  ["参加了“我眼中的爱车”", 4, ["参加了", "“我眼中", "的爱车”"]],
  ["came to 湖畔下午", 12, ["came to 湖畔下午"]],
  ["came to 湖畔下午", 10, ["came to 湖畔", "下午"]],
  ["Donaudampfschifffahrt", 5, ["Donau", "dampf", "schif", "ffahr", "t"]],
  ["the Donaudampfschifffahrt", 8, ["the Dona", "udampfsc", "hifffahr", "t"]],
  ["It isn’t, said “he” to us", 9, ["It isn’t,", "said “he”", "to us"]],
  ["公司：湖畔，北岸（东）。", 4, ["公司：湖", "畔，北岸", "（东）。"]],
  ["北岸ABC，DEF", 6, ["北岸ABC，", "DEF"]],
  ["，。", 5, ["，。"]],
  ["，", 0, ["，"]],
  ["", 5, [""]],
])("%s on lines of %i", (text, most, lines) => {
  expect(setLines(text, upTo(most))).toEqual(lines);
});

import { expect, test } from "vitest";
import { cellLabel, cellText } from "./cell-text.ts";

test.each([
  ["an ordinary cell stays as it is", "RO260100001", "RO260100001"],
  ["an empty cell stays empty", "", ""],
  ["a cell of spaces is empty", " \t\u3000 ", ""],
  ["a lone tab is empty", "\t", ""],
  ["a lone control character is empty", "\u0000", ""],
  ["the tab before a number goes", "\tRO260100001", "RO260100001"],
  ["the formula around a number goes", '="RO260100001"', "RO260100001"],
  ["an empty formula is empty", '=""', ""],
  ["a formula with a quote lost goes too", '="RO260100001', "RO260100001"],
  ["a spreadsheet's apostrophe goes", "'00123", "00123"],
  ["so does one from in front of a phone", "'+8613800010001", "+8613800010001"],
  [
    "a formula that is more than a text stays",
    '=HYPERLINK("http://x","y")',
    '=HYPERLINK("http://x","y")',
  ],
  ["quotes around a part of the text stay", 'Joe "Doc" Lee', 'Joe "Doc" Lee'],
  ["quotes around all of it go", '"RO1"', "RO1"],
  ["a stray quote at the end goes", 'RO1"', "RO1"],
  ["an apostrophe that begins a name stays", "'t Hooft", "'t Hooft"],
  ["stray quotes go", '"湖畔一店', "湖畔一店"],
  ["full-width letters and digits become ordinary", "ＲＯ２６０１", "RO2601"],
  ["a full-width yen sign becomes the ordinary one", "￥12.50", "¥12.50"],
  ["a byte order mark goes", "\uFEFF工单号", "工单号"],
  ["a no-break space at the end goes", "雅阁\u00A0", "雅阁"],
  ["a line break inside becomes a space", "红冲\r\nRO1", "红冲 RO1"],
  ["inner spaces and case stay", "沪E f29686", "沪E f29686"],
  ["the dot of a plate stays", "粤F·H88888", "粤F·H88888"],
  ["an ideographic space becomes a space", "沪E\u3000F29686", "沪E F29686"],
  ["an apostrophe inside a name stays", "O'Brien", "O'Brien"],
])("%s", (_case, raw, text) => {
  expect(cellText(raw)).toBe(text);
});

test.each([
  ["an empty cell has no label", " ", null],
  ["a label that fits stays", "湖畔店", "湖畔店"],
  ["a long one is cut", "湖畔一店", "湖畔一"],
  ["an apostrophe at the front is its own", "'Of", "'Of"],
  ["one from in front of a formula is the spreadsheet's", "'=1", "=1"],
  ["only one of several is", "''=", "'="],
  ["no character is cut in half", "🚗🚗🚗🚗", "🚗🚗🚗"],
])("%s", (_case, raw, label) => {
  expect(cellLabel(raw, 3)).toBe(label);
});

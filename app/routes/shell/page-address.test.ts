import { expect, test } from "vitest";
import { figureIn, memberNumberIn, noticeIn, rowIdIn } from "./page-address.server.ts";

const asking = (query: string) => new Request(`https://marque.test/my/garage${query}`);

test.each([
  ["?done=sold", "sold"],
  ["?points=7&done=back", "back"],
  ["?done=made-up", null],
  ["?done=constructor", null],
  ["?done", null],
  ["", null],
])("of an address with %j the page says %j", (query, said) => {
  expect(noticeIn(asking(query), ["sold", "back"])).toBe(said);
});

test("a notice may go by another name", () => {
  expect(noticeIn(asking("?refused=too-large"), ["too-large"], "refused")).toBe("too-large");
});

test.each([
  ["?points=250", 250],
  ["?points=0", 0],
  ["?points=-5", 0],
  ["?points=12345678", 0],
  ["?points=1e3", 0],
  ["", 0],
])("the figure of %j is %d", (query, figure) => {
  expect(figureIn(asking(query), "points")).toBe(figure);
});

test.each([undefined, "", "0", "x", "2147483648"])("%j names no row", (param) => {
  expect(() => rowIdIn(param)).toThrow(expect.objectContaining({ status: 404 }));
});

test("a row and a member are read as they are written", () => {
  expect(rowIdIn("17")).toBe(17);
  expect(memberNumberIn({ number: "M00010009" })).toBe("M00010009");
  expect(() => memberNumberIn({ number: "10009" })).toThrow(
    expect.objectContaining({ status: 404 }),
  );
});

import { describe, expect, test } from "vitest";
import { TEXT_NAMES, textBlocks } from "./club-texts.ts";
import { DEFAULT_TEXTS } from "./default-texts.ts";

test("headings, paragraphs and lists are read as they are typed, and nothing is markup", () => {
  const typed =
    "# Points\nOne line\nand its next.\n\n- first\n-second\n\n- another list\n<b>not bold</b>";
  expect(textBlocks(typed, "Lake Club")).toEqual([
    { kind: "heading", text: "Points" },
    { kind: "paragraph", text: "One line\nand its next." },
    { kind: "list", items: ["first", "second"] },
    { kind: "list", items: ["another list"] },
    { kind: "paragraph", text: "<b>not bold</b>" },
  ]);
});

test("the club's name stands wherever the text leaves room for it", () => {
  expect(textBlocks("{club} and {club}", "Lake Club")).toEqual([
    { kind: "paragraph", text: "Lake Club and Lake Club" },
  ]);
});

describe.each(TEXT_NAMES)("the %s that come with the program", (name) => {
  test("say the same in both languages: as many headings, paragraphs and points", () => {
    const shape = (body: string) =>
      textBlocks(body, "Club").map((block) =>
        block.kind === "list" ? `list of ${block.items.length}` : block.kind,
      );
    const { en, zh } = DEFAULT_TEXTS[name];
    expect(shape(en)).toEqual(shape(zh));
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/\b(?:the|you|your|points)\b/i);
  });
});

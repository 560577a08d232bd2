import { expect, test } from "vitest";
import { headerReader } from "#app/platform/table-header.ts";
import { giftFile } from "./gift-file.ts";

test.each(["使用条款", "使用说明"])(
  "a file may head its terms by the word of the form, and by the one before it: %s",
  (word) => {
    const head = headerReader(giftFile.columns)([
      "货号",
      "类别",
      "积分",
      `英文${word}`,
      `中文${word}`,
    ]);
    expect(head?.extra).toEqual([]);
    expect(head?.positions.get("termsEn")).toBe(3);
    expect(head?.positions.get("termsZh")).toBe(4);
  },
);

import { expect, test } from "vitest";
import { codeWords } from "./code-words.ts";

test.each([
  ["collect", "requested", "redemptions.code.early"],
  ["collect", "ready", "redemptions.code.collect"],
  ["voucher", "issued", "redemptions.code.voucher"],
] as const)(
  "nobody is sent to the desk before a gift is ready: %s, %s",
  (fulfilment, state, words) => {
    expect(codeWords({ fulfilment, state })).toBe(words);
  },
);

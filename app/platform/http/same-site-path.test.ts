import { expect, test } from "vitest";
import { sameSitePath } from "./same-site-path.ts";

test.each([
  ["/my/points?kind=earn", "/my/points?kind=earn"],
  ["/", "/"],
  ["https://elsewhere.test/", "/"],
  ["//elsewhere.test", "/"],
  ["/\\elsewhere.test", "/"],
  ["/\t/elsewhere.test", "/"],
  ["javascript:alert(1)", "/"],
  ["my/points", "/"],
  ["", "/"],
])("%j leads to %j", (wanted, path) => {
  expect(sameSitePath(wanted)).toBe(path);
});

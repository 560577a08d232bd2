import { expect, test } from "vitest";
import { sameSitePath } from "./same-site-path.ts";

test.each([
  ["/my/points?kind=earn", "/my/points?kind=earn"],
  ["/", "/"],
  ["https://elsewhere.test/", "/"],
  ["//elsewhere.test", "/"],
  ["/\\elsewhere.test", "/"],
  ["/\t/elsewhere.test", "/"],
  ["/.//elsewhere.test", "/"],
  ["/..//elsewhere.test", "/"],
  ["/my/..//elsewhere.test", "/"],
  ["/%2e//elsewhere.test", "/"],
  ["/%2E%2e//elsewhere.test/?a#b", "/"],
  ["/./\\elsewhere.test", "/"],
  ["/.\\/elsewhere.test", "/"],
  ["/.\t//elsewhere.test", "/"],
  ["/.\n/\r/elsewhere.test", "/"],
  ["/.//user@elsewhere.test", "/"],
  ["/./my/points", "/my/points"],
  ["/%2F/elsewhere.test", "/%2F/elsewhere.test"],
  ["/my/claims?to=//elsewhere.test", "/my/claims?to=//elsewhere.test"],
  ["javascript:alert(1)", "/"],
  ["my/points", "/"],
  ["", "/"],
])("%j leads to %j", (wanted, path) => {
  expect(sameSitePath(wanted)).toBe(path);
});

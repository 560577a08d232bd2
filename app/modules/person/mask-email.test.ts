import { expect, test } from "vitest";
import { maskEmail } from "./mask-email.ts";

test.each([
  ["wen@example.com", "w•••@e•••.com"],
  ["a@b.cn", "a•••@b•••.cn"],
  ["王芳@邮箱.中国", "王•••@邮•••.中国"],
  ["someone@sub.example.co.uk", "s•••@s•••.uk"],
  ["root@localhost", "r•••@l•••"],
])("%s is shown as %s", (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

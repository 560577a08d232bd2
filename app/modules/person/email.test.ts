import { expect, test } from "vitest";
import { readEmail } from "./email.ts";
import { emailField } from "./forms.ts";

test.each([
  ["owner@example.com", "owner@example.com"],
  ["o&leary@example.com", "o&leary@example.com"],
  ["o'neil@example.com", "o'neil@example.com"],
  ["first.last+club@mail.example.co.uk", "first.last+club@mail.example.co.uk"],
  ["abc..def.@docomo.example", "abc..def.@docomo.example"],
  ["=a@example.com", "=a@example.com"],
  [" Owner@Example.COM ", "owner@example.com"],
  ["ｏｗｎｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ", "owner@example.com"],
  ["\towner@example.com", "owner@example.com"],
  ["12345@qq.com", "12345@qq.com"],
  ["王芳@example.com", "王芳@example.com"],
  ["wang@邮箱.中国", "wang@xn--c0zu34b.xn--fiqs8s"],
  ["'=a@example.com", "=a@example.com"],
])("%j is %s, wherever it is read", (text, email) => {
  expect(readEmail(text)).toBe(email);
  expect(readEmail(email)).toBe(email);
  expect(emailField("wrong").safeParse(text)).toMatchObject({ success: true, data: email });
});

test.each([
  "",
  "owner",
  "owner@",
  "@example.com",
  "owner@example",
  "a@b@example.com",
  "owner @example.com",
  "a,b@example.com",
  "<owner@example.com>",
  "owner@example..com",
  "owner@-example.com",
  "owner@example.c",
  "owner@127.0.0.1",
  "owner@example.com\nBcc: all@example.com",
  `${"x".repeat(65)}@example.com`,
  `owner@${"x.".repeat(130)}com`,
])("%j is none, wherever it is read", (text) => {
  expect(readEmail(text)).toBeNull();
  expect(emailField("wrong").safeParse(text).success).toBe(false);
});

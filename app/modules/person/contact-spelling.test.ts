import { expect, test } from "vitest";
import { groupPhone, maskEmail, maskPhone } from "./contact-spelling.ts";

test.each([
  ["+8618806480894", "+86 ••• 0894"],
  ["+85291234567", "+852 ••• 4567"],
  ["+14155550123", "+1 ••• 0123"],
  ["+4915112345678", "+49 ••• 5678"],
])("of the phone %s the country and four digits are left", (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

test.each([
  ["owner00000@marque.test", "o•••@marque.test"],
  ["x@marque.test", "x•••@marque.test"],
  ['"a@b"@marque.test', '"•••@marque.test'],
  ["王芳@邮箱.中国", "王•••@邮箱.中国"],
  ["root@localhost", "r•••@localhost"],
  ["not an address", "•••"],
])("of the address %s one letter and the domain are left", (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

test.each([
  ["+8618806480894", "+86 188 0648 0894"],
  ["+861088889999", "+861088889999"],
  ["+353861234567", "+353861234567"],
  ["+86 ••• 0894", "+86 ••• 0894"],
])("%s is read in groups where they are known", (phone, grouped) => {
  expect(groupPhone(phone)).toBe(grouped);
});

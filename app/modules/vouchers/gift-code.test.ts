import { describe, expect, test } from "vitest";
import { readGiftCode, readVoucherCode } from "./gift-code.ts";

describe("a code from a gift's QR", () => {
  test.each([
    ["as it is shown", "MQV-7G3K-9QPA-X2MD", "voucher"],
    ["a redemption's", "MQR-7G3K-9QPA-X2MD", "redemption"],
    ["without dashes, small", " mqv7g3k9qpax2md ", "voucher"],
    ["with blanks", "MQV 7G3K 9QPA X2MD", "voucher"],
    ["full width", "ＭＱＶ－７Ｇ３Ｋ－９ＱＰＡ－Ｘ２ＭＤ", "voucher"],
    ["at the end of a link", "https://club.example/my/MQR-7G3K-9QPA-X2MD", "redemption"],
  ])("is read %s", (_how, text, of) => {
    expect(readGiftCode(text)).toEqual({ of, code: "7G3K9QPAX2MD" });
  });

  test.each(["", "MQV-", "MQX-7G3K-9QPA-X2MD", "7G3K-9QPA-X2MD", "MQV-7G3K-9QPA-X2M", "M00090027"])(
    "%s is none",
    (text) => expect(readGiftCode(text)).toBeNull(),
  );
});

test("a voucher's code is read with or without its beginning, and a redemption's is none", () => {
  expect(readVoucherCode("MQV-7G3K-9QPA-X2MD")).toBe("7G3K9QPAX2MD");
  expect(readVoucherCode("7g3k 9qpa x2md")).toBe("7G3K9QPAX2MD");
  expect(readVoucherCode("MQR-7G3K-9QPA-X2MD")).toBeNull();
});

import { readCode } from "#app/platform/unguessable-code.ts";

/** What the QR codes of gifts show at the desk: `MQR-…` a redemption, `MQV-…` a voucher. */
export type GiftCode = { of: "redemption" | "voucher"; code: string };

/** Reads what a scanner read, alone or at the end of a link, or what somebody typed from it; null for what is none. */
export function readGiftCode(text: string): GiftCode | null {
  const last = text.normalize("NFKC").trim().split("/").at(-1) ?? "";
  const match = /^MQ([RV])[\s\u2010-\u2015\u2212-]*(.+)$/i.exec(last);
  const code = readCode(match?.[2] ?? "");
  if (!match || code === null) return null;
  return { of: match[1]?.toUpperCase() === "V" ? "voucher" : "redemption", code };
}

/** The code of a voucher, with what its QR puts before it or without; null for what cannot be one. */
export function readVoucherCode(text: string): string | null {
  const known = readGiftCode(text);
  if (known) return known.of === "voucher" ? known.code : null;
  return readCode(text);
}

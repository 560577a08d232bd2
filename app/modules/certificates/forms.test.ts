import { expect, test } from "vitest";
import { CertificateActForm } from "./forms.ts";

const nameRead = (name: string) => {
  const read = CertificateActForm.safeParse({ intent: "correct", code: "0123456789AB", name });
  return read.success && read.data.intent === "correct" ? read.data.name : null;
};

test("a certificate's name is one line of up to 120 characters, of which something can be seen", () => {
  const names = ["林静怡", "𠮷野家", "Nguyễn Thị Ánh", "محمد", "A", "x".repeat(120)];
  for (const name of names) expect(nameRead(name)).toBe(name);
  expect(nameRead(" Mia\nLin ")).toBe("Mia Lin");
  const none = ["", " ", "\u3000", "\0", "\u200B", "\u202E", "\u0301", "\uFE0F", "\u{E0100}"];
  for (const name of [...none, "x".repeat(121)]) expect(nameRead(name)).toBeNull();
});

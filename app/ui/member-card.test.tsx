import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MemberCard, type MemberCardProps } from "./member-card.tsx";

function aCard(changes: Partial<MemberCardProps> = {}): string {
  return renderToStaticMarkup(
    <MemberCard
      id="card"
      club="Marque"
      tier="gold"
      tierName="Gold"
      name="邵丽"
      number="M00010025"
      since="Member since 2019"
      {...changes}
    />,
  );
}

test("a copied number has no spaces in it, however it is grouped to the eye", () => {
  const html = aCard();
  const number = /<p class="card-number[^>]*>(.*?)<\/p>/.exec(html)?.[1] ?? "";
  expect(number.replace(/<[^>]+>/g, "")).toBe("M00010025");
  expect(number.match(/<span>/g)).toHaveLength(3);
});

test("turns by a named checkbox, without a script", () => {
  const html = aCard({ qr: <i />, flipLabel: "Show the QR code" });
  expect(html).toContain('<input type="checkbox" id="card"');
  expect(html).toContain('aria-label="Show the QR code"');
  expect(html).toContain('<label for="card"');
});

test("a card without a QR code has nothing to press", () => {
  expect(aCard()).not.toContain("checkbox");
});

test("short Chinese names are spaced, long names are set narrow", () => {
  expect(aCard({ name: "邵丽" })).toContain("card-name-han");
  expect(aCard({ name: "Eleanor" })).not.toContain("card-name-");
  expect(aCard({ name: "Wolfeschlegelsteinhausenbergerdorff" })).toContain("card-name-long");
});

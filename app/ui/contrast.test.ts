import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

type Theme = "day" | "night";

/** The colour a token has in a theme, as `#rrggbb`. */
function colour(token: string, theme: Theme): string {
  const themed = new RegExp(
    `--${token}: var\\(--day, (#[0-9a-f]{6})\\) var\\(--night, (#[0-9a-f]{6})\\);`,
  ).exec(css);
  const plain = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(css);
  const found = themed ? themed[theme === "day" ? 1 : 2] : plain?.[1];
  if (!found) throw new Error(`tokens.css has no colour --${token}`);
  return found;
}

/** Relative luminance, 0 to 1, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, 1 to 21, whichever colour is the lighter. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "sheet", "well"];

const text: [ink: string, ground: string][] = [
  ...["ink", "ink-soft", "accent", "warn", "refusal", "gold", "silver"].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ["accent", "accent-wash"],
  ["ink", "accent-wash"],
  ["ink-soft", "accent-wash"],
  ["on-accent", "accent-fill"],
  ["on-accent", "accent-fill-hover"],
  ["warn", "warn-wash"],
  ["ink", "warn-wash"],
  ["refusal", "refusal-wash"],
  ["ink", "refusal-wash"],
  ...["brass-high", "brass", "brass-low"].flatMap((metal): [string, string][] => [
    ["on-brass", metal],
    ["on-brass-soft", metal],
  ]),
  ...["steel-high", "steel", "steel-low"].flatMap((metal): [string, string][] => [
    ["on-steel", metal],
    ["on-steel-soft", metal],
  ]),
  ["on-plate-blue", "plate-blue"],
  ["on-plate-green", "plate-green"],
  ["on-plate-white", "plate-white"],
  ["on-plate-yellow", "plate-yellow"],
  ["on-plate-black", "plate-black"],
];

const edges: [edge: string, ground: string][] = [
  ...grounds.map((ground): [string, string] => ["rule-strong", ground]),
  ...grounds.map((ground): [string, string] => ["accent", ground]),
];

describe.each<Theme>(["day", "night"])("by %s", (theme) => {
  test.each(text)("%s can be read on %s", (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edges)("a control's edge in %s stands out from %s", (edge, ground) => {
    expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test("black on white is 21, so the sum is right", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

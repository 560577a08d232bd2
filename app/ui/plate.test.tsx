import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Plate } from "./plate.tsx";

const blue = "plate";
const green = "plate plate-green";
const white = "plate plate-white";
const yellow = "plate plate-yellow";
const black = "plate plate-black";

test.each([
  ["five characters after the city are a blue plate", "沪A12345", blue, "A"],
  ["six are the green plate of an electric car", "鲁GD89555", green, "G"],
  ["a cross-border plate is black", "粤Z1234港", black, "Z"],
  ["a consulate's is black", "沪A0023领", black, "A"],
  ["a police car's is white", "京A1234警", white, "A"],
  ["an emergency's is white", "云S0000应急", white, "S"],
  ["a trailer's is yellow", "粤B1234挂", yellow, "B"],
  ["a learner's is yellow", "沪A1234学", yellow, "A"],
  ["a test car's is like the common one", "粤B1234试", blue, "B"],
])("%s", (_case, plate, look, city) => {
  const html = renderToStaticMarkup(<Plate>{plate}</Plate>);
  expect(html).toContain(`class="${look}"`);
  expect(html).toContain(`${city}<span class="plate-dot"></span>`);
});

test.each(["B-MW 1234", "", "沪A", "hello", "HELLO", "使224578", "WJ京0123X", "苏01A2345"])(
  "%j is no common mainland plate: plain, in its own spelling",
  (plate) => {
    expect(renderToStaticMarkup(<Plate>{plate}</Plate>)).toBe(
      `<span class="plate plate-plain">${plate}</span>`,
    );
  },
);

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Plate } from "./plate.tsx";

const blue = "plate";
const green = "plate plate-green";

test.each([
  ["five characters after the city are a blue plate", "沪A12345", blue, "A"],
  ["six are the green plate of an electric car", "鲁GD89555", green, "G"],
  ["a cross-border plate ends in its own character", "粤Z1234港", blue, "Z"],
])("%s", (_case, plate, look, city) => {
  const html = renderToStaticMarkup(<Plate>{plate}</Plate>);
  expect(html).toContain(`class="${look}"`);
  expect(html).toContain(`${city}<span class="plate-dot"></span>`);
});

test.each(["B-MW 1234", "", "沪A"])("%j is no mainland plate and keeps its spelling", (plate) => {
  expect(renderToStaticMarkup(<Plate>{plate}</Plate>)).toBe(`<span class="plate">${plate}</span>`);
});

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BarChart } from "./bar-chart.tsx";

const chart = (values: Record<string, number>[]) =>
  renderToStaticMarkup(
    <BarChart
      label="What came and went"
      format={String}
      series={[
        { key: "came", label: "Came", tone: "accent" },
        { key: "went", label: "Went", tone: "gold" },
      ]}
      bars={values.map((values, place) => ({ label: `2026-${place + 1}`, values }))}
    />,
  );
const heights = (html: string, tone: string) =>
  [...html.matchAll(new RegExp(`y="([\\d.]+)" height="([\\d.]+)" class="chart-${tone}"`, "g"))].map(
    ([, y, height]) => [Number(y), Number(height)],
  );

test("what came stands on the line and what went hangs from it, to one scale", () => {
  const html = chart([{ came: 300, went: -100 }]);
  expect(html).toContain('role="img" aria-label="What came and went"');
  // 300 above and 100 below, of 200 pixels that begin below the words of the scale.
  expect(heights(html, "accent")).toEqual([[18, 150]]);
  expect(heights(html, "gold")).toEqual([[168, 50]]);
});

test("parts of one bar stand upon each other", () => {
  expect(heights(chart([{ came: 100, went: 100 }]), "gold")).toEqual([[18, 100]]);
});

test("nothing at all is a line without bars, and many bars have few labels", () => {
  expect(chart([{ came: 0 }])).not.toContain("<rect x=");
  expect(
    chart(Array.from({ length: 60 }, () => ({ came: 1 }))).match(/chart-label"/g),
  ).toHaveLength(6);
});

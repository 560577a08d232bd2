import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QrPattern } from "./qr-pattern.tsx";

/** The modules that a path of horizontal runs makes dark. */
function paint(size: number, html: string): number[] {
  const modules = new Array<number>(size * size).fill(0);
  for (const [, column, row, run] of html.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    const start = Number(row) * size + Number(column);
    modules.fill(1, start, start + Number(run));
  }
  return modules;
}

test.each([
  ["all light", [0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ["all dark", [1, 1, 1, 1, 1, 1, 1, 1, 1]],
  ["runs that end at the edge and start in the next row", [0, 1, 1, 1, 0, 1, 1, 1, 0]],
])("draws every module and no other: %s", (_case, modules) => {
  const html = renderToStaticMarkup(<QrPattern size={3} modules={modules} label="QR" />);
  expect(paint(3, html)).toEqual(modules);
});

test("leaves a quiet zone of four modules on each side", () => {
  const html = renderToStaticMarkup(
    <QrPattern size={21} modules={new Array(441).fill(1)} label="QR" />,
  );
  expect(html).toContain('viewBox="-4 -4 29 29"');
});

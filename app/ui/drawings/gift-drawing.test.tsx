import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GiftDrawing, GiftDrawingsOnce } from "./gift-drawing.tsx";

const wash = { name: "wash", kind: "car-care" };
const unnamed = { name: null, kind: "keepsake" };
const times = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

test("on a page of many gifts a drawing stands once, and each gift shows it", () => {
  const drawn = [wash, unnamed, wash];
  const page = renderToStaticMarkup(
    <GiftDrawingsOnce drawn={drawn}>
      {drawn.map((gift, place) => (
        <GiftDrawing key={place} {...gift} />
      ))}
    </GiftDrawingsOnce>,
  );
  expect(times(page, /<symbol id="drawing-wash"/g)).toBe(1);
  expect(times(page, /<use href="#drawing-wash"/g)).toBe(2);
  expect(times(page, /<symbol id="drawing-kind-keepsake"/g)).toBe(1);
  expect(times(page, /<use href="#drawing-kind-keepsake"/g)).toBe(1);
});

test("by itself, or of another kind than those on the page, it is drawn where it stands", () => {
  const alone = renderToStaticMarkup(<GiftDrawing {...wash} />);
  expect(alone).toContain("<path");
  const beside = renderToStaticMarkup(
    <GiftDrawingsOnce drawn={[unnamed]}>
      <GiftDrawing {...wash} />
    </GiftDrawingsOnce>,
  );
  expect(beside).toContain(alone);
});

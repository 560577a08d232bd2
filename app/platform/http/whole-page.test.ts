import { createElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { wholePage } from "./whole-page.server.ts";

/** Ten kilobytes of Chinese, whose characters fall on every place of React's views of two. */
const paragraphs = Array.from({ length: 200 }, (_, n) =>
  createElement(
    "p",
    { key: n, title: "积分".repeat(n % 3) },
    "a".repeat(n % 5),
    "您是湖畔车友会的会员",
  ),
);
const page = createElement("main", null, paragraphs);

test("a Chinese page arrives as it was written, with no bytes between its characters", async () => {
  const sent = await new Promise<Buffer>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => pipe(wholePage(resolve)),
      onError: reject,
    });
  });
  expect(sent.toString("utf8").replaceAll("<!-- -->", "")).toBe(
    renderToString(page).replaceAll("<!-- -->", ""),
  );
  expect(sent.includes(0)).toBe(false);
});

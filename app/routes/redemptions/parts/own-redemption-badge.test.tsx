import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { OwnRedemptionBadge } from "./own-redemption-badge.tsx";

type Redemption = ComponentProps<typeof OwnRedemptionBadge>["redemption"];

test.each([
  ["voucher", "open", "to be paid"],
  ["voucher", null, "being prepared"],
  ["ship", "open", "to be paid"],
  ["ship", "paid", "being prepared"],
  ["collect", "open", "being prepared"],
] as const)(
  "what waits for its money is not called prepared: %s, %s",
  (fulfilment, paid, words) => {
    const payment = paid && { state: paid };
    const redemption = { state: "requested", voucher: null, fulfilment, payment } as Redemption;
    const html = renderToStaticMarkup(
      <WordsProvider locale="en" messages={packedCatalog("en", ["redemptions"])}>
        <OwnRedemptionBadge redemption={redemption} />
      </WordsProvider>,
    );
    expect(html).toContain(words);
  },
);

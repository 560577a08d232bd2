import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { packedStaffCatalog } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { RedemptionNews } from "./redemption-news.tsx";

type Redemption = ComponentProps<typeof RedemptionNews>["redemption"];

test.each([
  [true, true],
  [false, false],
])("the desk reads what is still to be paid before it hands over: %s", (unpaid, told) => {
  const redemption = { unpaid, paymentId: 1, moneyMinor: 4_950, currency: "CNY" } as Redemption;
  const html = renderToStaticMarkup(
    <WordsProvider locale="en" messages={packedStaffCatalog("en", [])}>
      <RedemptionNews
        redemption={redemption}
        refusal={null}
        done={null}
        mayTakeMoney={false}
        own={false}
      />
    </WordsProvider>,
  );
  expect(html.includes("¥49.50 is still to be paid")).toBe(told);
});

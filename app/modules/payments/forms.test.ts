import { expect, test } from "vitest";
import { RefundPaymentForm } from "./forms.ts";

test.each([
  ["客户卖车", true],
  ["车已卖", true],
  ["ok", false],
  ["   ", false],
])("a refund for the reason %j is taken: %s", (reason, taken) => {
  const typed = {
    ...{ method: "wechat", receiptNumber: "WX-1", store: "1", sum: "100", reason },
    requestKey: "0f6c1f0e-5a38-4b8e-9a55-0d9e5f2f1b01",
  };
  expect(RefundPaymentForm.safeParse(typed).success).toBe(taken);
});

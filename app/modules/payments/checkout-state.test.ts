import { expect, test } from "vitest";
import { judgeSession, type SessionFacts } from "./checkout-state.ts";

const session = (facts: Partial<SessionFacts>): SessionFacts => ({
  status: "complete",
  payment_status: "unpaid",
  payment_intent: null,
  ...facts,
});

test.each([
  ["nobody has paid yet", session({ status: "open" }), "open"],
  ["its time is over", session({ status: "expired" }), "expired"],
  ["the money is there", session({ payment_status: "paid" }), "paid"],
  ["there was nothing to pay", session({ payment_status: "no_payment_required" }), "paid"],
  ["complete is not paid", session({ payment_intent: { status: "processing" } }), "processing"],
  ["an intent that is not shown says nothing", session({ payment_intent: "pi_1" }), "processing"],
  [
    "the bank had no money",
    session({ payment_intent: { status: "requires_payment_method" } }),
    "failed",
  ],
  ["it was called off", session({ payment_intent: { status: "canceled" } }), "failed"],
])("%s", (_case, facts, state) => {
  expect(judgeSession(facts)).toBe(state);
});

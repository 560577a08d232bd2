/** What a way of paying at Stripe's page can do. Which of them a club can have depends on its country. */
export type OnlineMethodFacts = {
  /** Money can be taken with it again, without the member: only then can it pay a subscription. */
  recurring: boolean;
  /** Whether there is money is known days later; until then nothing is handed over. */
  delayed: boolean;
  /** Money can go back the way it came. */
  refundable: boolean;
  /** In which currencies, as ISO 4217 writes them; null for any. */
  currencies: readonly string[] | null;
};

/** By Stripe's names: https://docs.stripe.com/payments/payment-methods/payment-method-support */
export const ONLINE_METHOD_FACTS = {
  card: { recurring: true, delayed: false, refundable: true, currencies: null },
  alipay: {
    recurring: false,
    delayed: false,
    refundable: true,
    currencies: ["CNY", "AUD", "CAD", "EUR", "GBP", "HKD", "JPY", "MYR", "NZD", "SGD", "USD"],
  },
  wechat_pay: {
    recurring: false,
    delayed: false,
    refundable: true,
    currencies: [
      "CNY",
      "AUD",
      "CAD",
      "CHF",
      "DKK",
      "EUR",
      "GBP",
      "HKD",
      "JPY",
      "NOK",
      "SEK",
      "SGD",
      "USD",
    ],
  },
  paynow: { recurring: false, delayed: false, refundable: true, currencies: ["SGD"] },
  konbini: { recurring: false, delayed: true, refundable: true, currencies: ["JPY"] },
  sepa_debit: { recurring: true, delayed: true, refundable: true, currencies: ["EUR"] },
} as const satisfies Record<string, OnlineMethodFacts>;

export type OnlineMethod = keyof typeof ONLINE_METHOD_FACTS;
export const ONLINE_METHODS = Object.keys(ONLINE_METHOD_FACTS) as OnlineMethod[];

/** What is to be paid. */
export type Wanted = {
  /** ISO 4217. */
  currency: string;
  /** Again and again without the member, as a subscription is. */
  recurring: boolean;
};

/**
 * Which ways of paying Stripe's page is asked to offer.
 *
 * @param taken those that the club takes; null where it leaves that to Stripe's dashboard.
 * @returns null to leave it to the dashboard, which by itself offers only what fits; none where nothing that the club
 *   takes can do what is wanted.
 */
export function methodsFor(
  taken: readonly OnlineMethod[] | null,
  { currency, recurring }: Wanted,
): OnlineMethod[] | null {
  if (taken === null) return null;
  return taken.filter((method) => {
    const facts: OnlineMethodFacts = ONLINE_METHOD_FACTS[method];
    return (
      (!recurring || facts.recurring) &&
      (facts.currencies === null || facts.currencies.includes(currency))
    );
  });
}

/** What a Checkout Session is asked for with. */
export type MethodParams = {
  payment_method_types?: OnlineMethod[];
  payment_method_options?: { wechat_pay: { client: "web" } };
};

/** The same as Stripe takes it: WeChat Pay has to be told that its code is shown on a page. */
export function methodParams(methods: OnlineMethod[] | null): MethodParams {
  if (methods === null) return {};
  return {
    payment_method_types: methods,
    ...(methods.includes("wechat_pay")
      ? { payment_method_options: { wechat_pay: { client: "web" } } }
      : {}),
  };
}

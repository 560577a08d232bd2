import { COUNTER_METHODS } from "#app/modules/payment-methods/counter-method.ts";
import type { CounterChoices } from "#app/modules/payments/load-counter.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { storeOptions } from "#app/site/store-options.ts";
import { Input, Select } from "#app/ui/input.tsx";

interface CounterFieldsProps {
  counter: CounterChoices;
  typed: Record<string, string | undefined>;
  errors: Record<string, string[] | undefined>;
  /** How it was paid, where money goes back the way it came. */
  method?: string | null;
  /** Money goes back: what came by Stripe can go back by it, and then no counter has a number for it. */
  refund?: boolean;
}

/** How money changes hands at a counter: by which method, under which number, at which store. */
export function CounterFields({ counter, typed, errors, method, refund }: CounterFieldsProps) {
  const t = useT();
  const online = refund && method === "stripe";
  // Money may go back as it came, also where the club takes it so no more.
  const counters = COUNTER_METHODS.filter(
    (each) => counter.methods.includes(each) || (refund && each === method),
  );
  const methods = online ? (["stripe", ...counters] as const) : counters;
  return (
    <>
      <Select
        id="method"
        name="method"
        label={t(refund ? "payments.refund.how" : "payments.how")}
        defaultValue={typed.method ?? method ?? undefined}
        options={methods.map((each) => ({
          value: each,
          label: each === "stripe" ? t("payments.refund.online") : t(`payments.method.${each}`),
        }))}
        errors={errors.method}
      />
      <Input
        id="receiptNumber"
        name="receiptNumber"
        required={!online}
        maxLength={60}
        autoComplete="off"
        label={t("payments.counterReceipt")}
        hint={t(online ? "payments.counterReceipt.none" : "payments.counterReceipt.hint")}
        defaultValue={typed.receiptNumber}
        errors={errors.receiptNumber}
      />
      <Select
        id="store"
        name="store"
        label={t(refund ? "payments.refund.where" : "payments.where")}
        defaultValue={typed.store ?? counter.startsAt ?? undefined}
        options={storeOptions(t.locale, counter.stores)}
        errors={errors.store}
      />
    </>
  );
}

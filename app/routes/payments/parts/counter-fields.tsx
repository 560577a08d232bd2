import type { CounterChoices } from "#app/modules/payments/load-counter.server.ts";
import { COUNTER_METHODS } from "#app/modules/payments/payment.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Input, Select } from "#app/ui/input.tsx";

interface CounterFieldsProps {
  counter: CounterChoices;
  typed: Record<string, string | undefined>;
  errors: Record<string, string[] | undefined>;
  /** How it was paid, where money goes back the way it came. */
  method?: string | null;
}

/** How money changes hands at a counter: by which method, under which number, at which store. */
export function CounterFields({ counter, typed, errors, method }: CounterFieldsProps) {
  const { t, locale } = useWords();
  return (
    <>
      <Select
        id="method"
        name="method"
        label={t("payments.how")}
        defaultValue={typed.method ?? method ?? undefined}
        options={COUNTER_METHODS.map((each) => ({
          value: each,
          label: t(`payments.method.${each}`),
        }))}
        errors={errors.method}
      />
      <Input
        id="receiptNumber"
        name="receiptNumber"
        required
        maxLength={60}
        autoComplete="off"
        label={t("payments.counterReceipt")}
        hint={t("payments.counterReceipt.hint")}
        defaultValue={typed.receiptNumber}
        errors={errors.receiptNumber}
      />
      <Select
        id="store"
        name="store"
        label={t("payments.where")}
        defaultValue={typed.store ?? counter.lastStoreId ?? undefined}
        options={counter.stores.map(({ id, name, nameEn }) => ({
          value: String(id),
          label: (locale === "en" && nameEn) || name,
        }))}
        errors={errors.store}
      />
    </>
  );
}

import { Form, useNavigation } from "@remix-run/react";
import type { CounterChoices } from "#app/modules/payments/load-counter.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CounterFields } from "#app/site/counter-fields.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedIn } from "#app/site/typed-in.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface RecordFormProps {
  payment: { amountMinor: number; currency: string };
  counter: CounterChoices;
  requestKey: string;
  reply: FormReply | undefined;
}

/** Money that is being handed over: how, under which number, where. */
export function RecordForm({ payment, counter, requestKey, reply }: RecordFormProps) {
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().state === "submitting";
  const typed = typedIn(reply);
  const errors = formErrors(reply, t);
  if (counter.stores.length === 0) {
    return <Notice tone="warn">{t("payments.noStore")}</Notice>;
  }
  const { amountMinor, currency } = payment;
  return (
    <Form method="post" className="grid max-w-xl gap-5">
      {errors.requestKey && <Notice tone="refusal">{errors.requestKey}</Notice>}
      <input type="hidden" name="requestKey" value={typed.requestKey ?? requestKey} />
      <input type="hidden" name="amount" value={amountMinor} />
      <CounterFields counter={counter} typed={typed} errors={errors} />
      <div>
        <Button pending={pending}>
          {t("payments.record.send", { sum: figures.moneyIn(amountMinor, currency) })}
        </Button>
      </div>
    </Form>
  );
}

import { Form, useNavigation } from "@remix-run/react";
import type { DuesPage } from "#app/modules/dues/load-dues-page.server.ts";
import type { CounterChoices } from "#app/modules/payments/load-counter.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CounterFields } from "#app/site/counter-fields.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedIn } from "#app/site/typed-in.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { NothingToPayNow } from "./nothing-to-pay-now.tsx";

interface SellFormProps {
  page: Pick<DuesPage, "offer"> & { owed: { amountMinor: number; currency: string } | null };
  counter: CounterChoices;
  requestKey: string;
  reply: FormReply | undefined;
}

/** A year of gold that is being paid at the counter: what it would be, and how the money changes hands. */
export function SellForm({ page, counter, requestKey, reply }: SellFormProps) {
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().state === "submitting";
  const typed = typedIn(reply);
  const errors = formErrors(reply, t);
  const { offer, owed } = page;
  if (!offer.ok) {
    return (
      <Notice announce={false}>
        <NothingToPayNow nothing={offer} />
      </Notice>
    );
  }
  if (counter.stores.length === 0) return <Notice tone="warn">{t("payments.noStore")}</Notice>;
  const amountMinor = owed?.amountMinor ?? offer.amountMinor;
  const sum = owed
    ? figures.moneyIn(owed.amountMinor, owed.currency)
    : figures.money(offer.amountMinor);
  const days = {
    from: figures.calendarDay(offer.from),
    through: figures.calendarDay(offer.through),
  };
  return (
    <Section id="sell" title={t("dues.sell.what", { sum })}>
      <p className="mb-5 max-w-prose">
        {t(offer.ahead ? "dues.sell.ahead" : "dues.sell.now", days)}
        {owed && ` ${t("dues.sell.owed")}`}
      </p>
      <Form method="post" className="grid max-w-xl gap-5">
        {errors.requestKey && <Notice tone="refusal">{errors.requestKey}</Notice>}
        <input type="hidden" name="requestKey" value={typed.requestKey ?? requestKey} />
        <input type="hidden" name="amount" value={amountMinor} />
        <CounterFields counter={counter} typed={typed} errors={errors} />
        <div>
          <Button pending={pending}>{t("payments.record.send", { sum })}</Button>
        </div>
      </Form>
    </Section>
  );
}

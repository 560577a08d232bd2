import { Form, useNavigation } from "@remix-run/react";
import { previewMark, type RefundPreviewed } from "#app/modules/payments/forms.ts";
import type { CounterChoices } from "#app/modules/payments/load-counter.server.ts";
import type { RenewalPreview, TakeBackPreview } from "#app/modules/payments/payable.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { minorText } from "#app/platform/typed-number.ts";
import { minorDigits } from "#app/platform/words/format.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CounterFields } from "#app/site/counter-fields.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedIn } from "#app/site/typed-in.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input, Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";

interface RefundFormProps {
  payment: {
    currency: string;
    refundableMinor: number;
    dueBackMinor: number;
    method: string | null;
  };
  /** What giving it back as well would do; null where it cannot be. */
  takeBack: TakeBackPreview | null;
  /** When it is charged for again by itself; null where it is not. */
  renewal: RenewalPreview | null;
  counter: CounterChoices;
  requestKey: string;
  reply: FormReply | undefined;
  /** What is about to be done, once it was looked at. */
  preview: RefundPreviewed | null;
}

/** Money that goes back over the counter. What it does to money and points is shown before it is done. */
export function RefundForm(props: RefundFormProps) {
  const { payment, takeBack, renewal, counter, requestKey, reply, preview } = props;
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().state === "submitting";
  const typed = typedIn(reply);
  const errors = formErrors(reply, t);
  const { currency, refundableMinor, dueBackMinor } = payment;
  const isPart = dueBackMinor > 0 && dueBackMinor < refundableMinor;
  const goldThrough = takeBack?.goldThrough && figures.calendarDay(takeBack.goldThrough);
  const renewing = {
    day: renewal ? figures.calendarDay(renewal.on) : "",
    sum: renewal ? figures.moneyIn(renewal.amountMinor, renewal.currency) : "",
  };
  if (counter.stores.length === 0) return <Notice tone="warn">{t("payments.noStore")}</Notice>;
  const sum = preview && figures.moneyIn(preview.amountMinor, currency);
  return (
    <Form method="post" className="grid gap-5" key={preview ? "seen" : "asked"}>
      {errors.requestKey && <Notice tone="refusal">{errors.requestKey}</Notice>}
      <input type="hidden" name="requestKey" value={typed.requestKey ?? requestKey} />
      <Input
        id="sum"
        name="sum"
        inputMode="decimal"
        required
        autoComplete="off"
        label={t("payments.refund.sum")}
        hint={
          isPart
            ? t("payments.refund.sum.part", { sum: figures.moneyIn(dueBackMinor, currency) })
            : t("payments.refund.sum.hint", { currency })
        }
        defaultValue={
          typed.sum ?? minorText(isPart ? dueBackMinor : refundableMinor, minorDigits(currency))
        }
        errors={errors.sum}
      />
      <Textarea
        id="reason"
        name="reason"
        required
        maxLength={REASON_AT_MOST}
        rows={2}
        label={t("payments.refund.why")}
        hint={t("payments.refund.why.hint")}
        defaultValue={typed.reason}
        errors={errors.reason}
      />
      <CounterFields
        counter={counter}
        typed={typed}
        errors={errors}
        method={payment.method}
        refund
      />
      {takeBack && (
        <Checkbox
          id="takeBack"
          name="takeBack"
          label={
            goldThrough
              ? t("payments.refund.takeGold", { day: goldThrough })
              : t("payments.refund.takeBack", { points: figures.points(takeBack.points) })
          }
          hint={
            goldThrough
              ? t("payments.refund.takeGold.hint")
              : takeBack.used
                ? t("payments.refund.used")
                : t("payments.refund.takeBack.hint")
          }
          defaultChecked={typed.takeBack === "on"}
        />
      )}
      {renewal && (
        <Checkbox
          id="endRenewal"
          name="endRenewal"
          label={t("payments.refund.endRenewal")}
          hint={t("payments.refund.endRenewal.hint", renewing)}
          defaultChecked={typed.endRenewal === "on"}
        />
      )}
      {preview && (
        <>
          <input type="hidden" name="seen" value={previewMark(preview)} />
          <Notice
            tone={preview.takeBack && takeBack?.used ? "warn" : "info"}
            title={t("payments.refund.preview")}
          >
            <p>
              {t("payments.refund.preview.money", {
                sum: sum ?? "",
                left: figures.moneyIn(refundableMinor - preview.amountMinor, currency),
              })}
            </p>
            <p>
              {goldThrough
                ? t(`payments.refund.preview.gold.${preview.takeBack ? "ends" : "stays"}`, {
                    day: goldThrough,
                  })
                : preview.takeBack && takeBack
                  ? t("payments.refund.preview.points", { points: figures.points(takeBack.points) })
                  : t("payments.refund.preview.noPoints")}
            </p>
            {renewal && (
              <p>
                {preview.endRenewal
                  ? t("payments.refund.preview.renewal.ends")
                  : t("payments.refund.preview.renewal.stays", renewing)}
              </p>
            )}
          </Notice>
        </>
      )}
      <div>
        <Button look={preview ? "danger" : "primary"} pending={pending}>
          {preview ? t("payments.refund.send", { sum: sum ?? "" }) : t("payments.refund.look")}
        </Button>
      </div>
    </Form>
  );
}

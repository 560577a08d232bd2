import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { Reading } from "#app/modules/odometer/odometer-reading.ts";
import type { VisitChoices } from "#app/modules/visits/load-visit-form.server.ts";
import type { VisitRefusal } from "#app/modules/visits/record-visit.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { type FormReply, typedIn } from "#app/site/typed-in.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";
import { VisitInvoiceFields } from "./visit-invoice-fields.tsx";

/** A reading that does not go with the car's log, and what it does not go with. */
export type ReadingAsked = {
  refusal: Extract<VisitRefusal, `odometer-${string}`>;
  last: Reading | null;
};

interface VisitFormFieldsProps {
  choices: VisitChoices;
  today: Day;
  requestKey: string;
  /** What was wrong with what was sent. */
  answer: { form: FormReply; reading: ReadingAsked | null } | undefined;
}

/** A visit as the desk writes it down; the invoice's part opens where it is settled already. */
export function VisitFormFields({ choices, today, requestKey, answer }: VisitFormFieldsProps) {
  const { t, locale } = useWords();
  const figures = useFigures();
  const sending = useNavigation().formMethod === "POST";
  const errors = formErrors(answer?.form, t);
  const typed = typedIn(answer?.form);
  const [settled, setSettled] = useState(typed.settled === "on");
  const { cars, stores, lastStoreId } = choices;
  if (stores.length === 0) {
    return <Notice tone="warn">{t("desk.visit.noStore")}</Notice>;
  }
  const asked = answer?.reading;
  return (
    <Form method="post" className="grid gap-5">
      {errors.requestKey && <Notice tone="refusal">{errors.requestKey}</Notice>}
      <input type="hidden" name="requestKey" value={typed.requestKey ?? requestKey} />
      <div className="grid gap-5 min-[44rem]:grid-cols-2">
        <Select
          id="store"
          name="store"
          label={t("desk.visit.store")}
          defaultValue={typed.store ?? lastStoreId ?? undefined}
          options={storeOptions(locale, stores)}
          errors={errors.store}
        />
        <Input
          id="day"
          name="day"
          type="date"
          max={today}
          required
          label={t("desk.visit.day")}
          defaultValue={typed.day ?? today}
          errors={errors.day}
        />
        <Select
          id="car"
          name="car"
          label={t("desk.visit.car")}
          defaultValue={typed.car ?? (answer ? "" : cars[0]?.id)}
          options={[
            ...cars.map(({ id, plate, model, holder }) => ({
              value: String(id),
              label: [plate ?? t("desk.car.noPlate"), model, holder && t("desk.car.of", { holder })]
                .filter(Boolean)
                .join(" · "),
            })),
            { value: "", label: t("desk.visit.noCar") },
          ]}
          errors={errors.car}
        />
        <div>
          <Input
            id="odometer"
            name="odometer"
            inputMode="numeric"
            optional={t("desk.optional")}
            label={t("desk.visit.odometer")}
            defaultValue={typed.odometer}
            errors={
              asked
                ? [
                    t(`desk.visit.refused.${asked.refusal}`, {
                      km: figures.points(asked.last?.km ?? 0),
                      day: asked.last ? figures.calendarDay(asked.last.day) : "",
                    }),
                  ]
                : errors.odometer
            }
          />
          {asked && (
            <Checkbox id="odometerSure" name="odometerSure" label={t("desk.visit.odometerSure")} />
          )}
        </div>
        <Input
          id="orderNumber"
          name="orderNumber"
          autoCapitalize="characters"
          optional={settled ? undefined : t("desk.optional")}
          label={t("desk.visit.orderNumber")}
          hint={t("desk.visit.orderNumber.hint")}
          defaultValue={typed.orderNumber}
          errors={errors.orderNumber}
        />
        <Textarea
          id="note"
          name="note"
          rows={2}
          maxLength={500}
          optional={t("desk.optional")}
          label={t("desk.visit.note")}
          hint={t("desk.visit.note.hint")}
          defaultValue={typed.note}
          errors={errors.note}
        />
      </div>
      <Sheet>
        <Checkbox
          id="settled"
          name="settled"
          label={t("desk.visit.settled")}
          hint={t("desk.visit.settled.hint")}
          checked={settled}
          onChange={(event) => setSettled(event.target.checked)}
        />
        {settled && (
          <Section id="invoice" title={t("desk.visit.invoice")} className="mt-4! pt-2">
            <VisitInvoiceFields typed={typed} errors={errors} />
          </Section>
        )}
      </Sheet>
      <div>
        <Button pending={sending} pendingLabel={t("desk.visit.sending")}>
          {t("desk.visit.send")}
        </Button>
      </div>
    </Form>
  );
}

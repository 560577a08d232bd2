import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What the server answered to a car that was not taken, with what was typed. */
export type CarAnswer = {
  form: {
    initialValue?: Record<string, unknown> | null;
    error?: Record<string, string[] | null> | null;
  };
  /** It has a history: an order number of it is wanted now. */
  asksProof: boolean;
};

interface CarFormProps {
  answer: CarAnswer | undefined;
  submitLabel: string;
  /** A second way out beside the button. */
  beside?: ReactNode;
}

/** The plate and VIN of a car, and once it turns out to have a history the proof that it is theirs. */
export function CarForm({ answer, submitLabel, beside }: CarFormProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  const errors = formErrors(answer?.form, t);
  const typed = (name: string) => String(answer?.form.initialValue?.[name] ?? "");
  const asksProof = answer?.asksProof ?? false;
  return (
    <Form method="post" className="grid max-w-xl gap-5">
      {errors[""] && <Notice tone="refusal">{errors[""][0]}</Notice>}
      <CarFields typed={typed} errors={errors} />
      {asksProof && (
        <Notice tone="info" title={t("car.proof.title")}>
          {t("car.proof.words")}
        </Notice>
      )}
      {asksProof && (
        <Input
          id="orderNumber"
          name="orderNumber"
          label={t("car.field.order")}
          hint={t("car.field.order.hint")}
          defaultValue={typed("orderNumber")}
          errors={errors.orderNumber}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={64}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button name="step" value={asksProof ? "prove" : "add"} pending={pending}>
          {asksProof ? t("car.add.prove") : submitLabel}
        </Button>
        {asksProof && (
          <Button name="step" value="desk" look="quiet">
            {t("car.add.desk")}
          </Button>
        )}
        {beside}
      </div>
    </Form>
  );
}

interface CarFieldsProps {
  typed: (name: string) => string;
  errors: Record<string, string[] | undefined>;
}

/** Plate, VIN and model. */
export function CarFields({ typed, errors }: CarFieldsProps) {
  const t = useT();
  return (
    <>
      <Input
        id="plate"
        name="plate"
        label={t("car.field.plate")}
        hint={t("car.field.plate.hint")}
        defaultValue={typed("plate")}
        errors={errors.plate}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
      />
      <Input
        id="vin"
        name="vin"
        label={t("car.field.vin")}
        hint={t("car.field.vin.hint")}
        defaultValue={typed("vin")}
        errors={errors.vin}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
      <Input
        id="model"
        name="model"
        label={t("car.field.model")}
        optional={t("car.field.optional")}
        defaultValue={typed("model")}
        errors={errors.model}
        autoComplete="off"
        maxLength={120}
      />
    </>
  );
}

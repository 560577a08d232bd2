import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import type { Typed } from "./join-form.tsx";

/** Everything of the form that is carried along while its second question is asked. */
const CARRIED = [
  "name",
  "country",
  "phone",
  "car",
  "model",
  "birthMonth",
  "birthDay",
  "terms",
  "rulesVersion",
  "serviceMessages",
  "clubNews",
  "photos",
] as const;

/**
 * What to do about a car that the workshop knows: an order number from an invoice, the desk, or later. Each
 * ends in the card.
 */
export function JoinProof({ typed, errors }: { typed: Typed; errors: string[] | undefined }) {
  const t = useT();
  const pending = useNavigation().formData;
  return (
    <Form method="post" className="grid gap-5">
      {CARRIED.filter((field) => typed(field) !== "").map((field) => (
        <input key={field} type="hidden" name={field} value={typed(field)} />
      ))}
      <Input
        id="orderNumber"
        name="orderNumber"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={64}
        label={t("join.proof.orderNumber")}
        hint={t("join.proof.orderNumberHint")}
        defaultValue={typed("orderNumber")}
        errors={errors}
      />
      <Button name="proof" value="invoice" wide pending={pending?.get("proof") === "invoice"}>
        {t("join.proof.show")}
      </Button>
      <div className="border-t border-rule pt-5">
        <p className="mb-3 text-ink-soft">{t("join.proof.noInvoice")}</p>
        <div className="grid gap-3">
          <Button
            name="proof"
            value="desk"
            look="quiet"
            wide
            pending={pending?.get("proof") === "desk"}
          >
            {t("join.proof.desk")}
          </Button>
          <Button
            name="proof"
            value="later"
            look="quiet"
            wide
            pending={pending?.get("proof") === "later"}
          >
            {t("join.proof.later")}
          </Button>
        </div>
      </div>
      <Button name="intent" value="edit" look="bare" formNoValidate>
        {t("join.proof.edit")}
      </Button>
    </Form>
  );
}

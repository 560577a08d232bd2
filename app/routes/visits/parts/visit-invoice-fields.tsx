import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import { VISIT_PAYERS } from "#app/modules/visits/visit-form.ts";
import { useWords } from "#app/platform/words/words.tsx";
import type { formErrors } from "#app/site/form-errors.ts";
import type { typedIn } from "#app/site/typed-in.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input, Select } from "#app/ui/input.tsx";

interface VisitInvoiceFieldsProps {
  typed: ReturnType<typeof typedIn>;
  errors: ReturnType<typeof formErrors>;
}

/** What a settled invoice says: the sum is enough, its parts can be given. */
export function VisitInvoiceFields({ typed, errors }: VisitInvoiceFieldsProps) {
  const { t, currency } = useWords();
  const items = ["labour", "parts", "discount"] as const;
  return (
    <div className="grid gap-5 min-[44rem]:grid-cols-2">
      <Select
        id="kind"
        name="kind"
        label={t("desk.visit.kind")}
        defaultValue={typed.kind ?? ""}
        options={[
          { value: "", label: t("desk.choose") },
          ...workKinds.map((kind) => ({ value: kind, label: t(`staff.work.${kind}`) })),
        ]}
        errors={errors.kind}
      />
      <Select
        id="payer"
        name="payer"
        label={t("desk.visit.payer")}
        defaultValue={typed.payer ?? ""}
        options={[
          { value: "", label: t("desk.choose") },
          ...VISIT_PAYERS.map((payer) => ({ value: payer, label: t(`desk.visit.payer.${payer}`) })),
        ]}
        errors={errors.payer}
      />
      <Input
        id="paid"
        name="paid"
        inputMode="decimal"
        label={t("desk.visit.paid", { currency })}
        defaultValue={typed.paid}
        errors={errors.paid}
      />
      <div className="min-[44rem]:col-span-2">
        <Disclosure
          summary={t("desk.visit.items")}
          open={items.some((item) => typed[item] || errors[item])}
        >
          <div className="grid gap-5 min-[44rem]:grid-cols-3">
            {items.map((item) => (
              <Input
                key={item}
                id={item}
                name={item}
                inputMode="decimal"
                label={t(`desk.visit.${item}`)}
                defaultValue={typed[item]}
                errors={errors[item]}
              />
            ))}
          </div>
        </Disclosure>
      </div>
    </div>
  );
}

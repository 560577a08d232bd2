import { Form } from "@remix-run/react";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { PAYMENT_STATES } from "#app/modules/payments/payment.ts";
import type { PaymentFilter } from "#app/modules/payments/payment-filter.ts";
import { useT } from "#app/platform/words/words.tsx";
import { storeOptions } from "#app/site/store-options.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";

interface PaymentFilterFormProps {
  filter: PaymentFilter;
  clerks: { id: number; name: string }[];
  stores: StoreChoice[];
}

/** Narrows the list: how they stand, on which days, where, and who took them. */
export function PaymentFilterForm({ filter, clerks, stores }: PaymentFilterFormProps) {
  const t = useT();
  const narrowed = Object.values(filter).some((value) => value !== null);
  const all = { value: "", label: t("staff.all") };
  return (
    <Form
      method="get"
      action="/admin/payments"
      key={JSON.stringify(filter)}
      className="mb-7 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4"
    >
      <Select
        id="state"
        name="state"
        label={t("payments.list.state")}
        defaultValue={filter.state ?? ""}
        options={[
          all,
          ...PAYMENT_STATES.map((state) => ({ value: state, label: t(`payments.state.${state}`) })),
        ]}
      />
      <Input
        id="from"
        name="from"
        type="date"
        label={t("audit.from")}
        defaultValue={filter.from ?? ""}
      />
      <Input
        id="through"
        name="through"
        type="date"
        label={t("audit.through")}
        defaultValue={filter.through ?? ""}
      />
      <Select
        id="store"
        name="store"
        label={t("payments.where")}
        defaultValue={filter.store ?? ""}
        options={[all, ...storeOptions(t.locale, stores)]}
      />
      <Select
        id="clerk"
        name="clerk"
        label={t("payments.closing.clerk")}
        defaultValue={filter.clerk ?? ""}
        options={[all, ...clerks.map(({ id, name }) => ({ value: String(id), label: name }))]}
      />
      <Input
        id="member"
        name="member"
        label={t("audit.member")}
        placeholder="M00010009"
        autoComplete="off"
        maxLength={12}
        defaultValue={filter.member ?? ""}
      />
      <div className="flex gap-2">
        <Button>{t("audit.show")}</Button>
        {narrowed && (
          <ButtonLink to="/admin/payments" look="quiet">
            {t("staff.all")}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

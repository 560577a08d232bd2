import { Form } from "@remix-run/react";
import type { ClaimActReply } from "#app/modules/claims/claim-act.ts";
import type { ClaimPage } from "#app/modules/claims/load-claim-page.server.ts";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";

interface ClaimEnteringProps {
  claim: ClaimPage;
  stores: StoreChoice[];
  refused: ClaimActReply | undefined;
}

const PAYERS = ["owner", "on-account", "someone-else"] as const;

/** An order read off the invoice, where the workshop's export lacks it. */
export function ClaimEntering({ claim, stores, refused }: ClaimEnteringProps) {
  const t = useT();
  if (claim.cars.length === 0) return <p>{t("claims.desk.enter.noCar")}</p>;
  const errors = formErrors(refused?.form, t);
  const typed: Record<string, unknown> = refused?.form.initialValue ?? {
    orderNumber: claim.orderNumber,
    settledOn: claim.visitedOn,
    storeId: claim.storeId,
  };
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: String(typed[name] ?? ""),
    errors: errors[name],
  });
  return (
    <Form method="post" className="grid gap-4 sm:grid-cols-2">
      <input type="hidden" name="intent" value="enter" />
      <p className="text-ink-soft sm:col-span-2">{t("claims.desk.enter.hint")}</p>
      <Select
        {...field("storeId")}
        label={t("claims.field.store")}
        options={storeOptions(t.locale, stores)}
      />
      <Input
        {...field("orderNumber")}
        required
        autoComplete="off"
        label={t("claims.field.orderNumber")}
      />
      <Input
        {...field("settledOn")}
        type="date"
        required
        label={t("claims.desk.enter.settledOn")}
      />
      <Select
        {...field("carId")}
        label={t("claims.desk.enter.car")}
        options={claim.cars.map(({ id, plate, model, vin }) => ({
          value: String(id),
          label: [plate ?? vin, model].filter(Boolean).join(" · "),
        }))}
      />
      <Select
        {...field("kind")}
        label={t("claims.desk.enter.kind")}
        options={workKinds.map((kind) => ({ value: kind, label: t(`staff.work.${kind}`) }))}
      />
      <Select
        {...field("payer")}
        label={t("claims.desk.enter.payer")}
        options={PAYERS.map((payer) => ({
          value: payer,
          label: t(`claims.desk.enter.payer.${payer}`),
        }))}
      />
      <Input
        {...field("paid")}
        required
        inputMode="decimal"
        autoComplete="off"
        label={t("claims.desk.enter.paid")}
      />
      <div className="self-end">
        <Button look="quiet">{t("claims.desk.enter.send")}</Button>
      </div>
    </Form>
  );
}

import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { fulfilments, giftKinds, giftTiers } from "#app/modules/gifts/gift.ts";
import { giftDrawings } from "#app/modules/gifts/gift-drawing.ts";
import type { GiftErrors, GiftField, TypedGift } from "#app/modules/gifts/gift-fields.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { GiftDrawing } from "#app/ui/drawings/gift-drawing.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

interface GiftFormProps {
  typed: TypedGift;
  errors: GiftErrors;
  /** Another gift has its SKU. */
  skuTaken?: boolean;
  /** Of the gift's money: CNY. */
  currency: string;
  /** What goes along with the form without being typed. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Fields that only a new gift has. */
  children?: ReactNode;
  save: string;
  /** Its own page, at the news of what became of it: they stand above what was sent. */
  action: string;
}

/** All of a gift that is typed, in both languages. */
export function GiftForm(props: GiftFormProps) {
  const { typed, errors, currency, hidden = {}, children } = props;
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "save";
  const errorsOf = (field: GiftField) => {
    const error = errors[field];
    if (field === "sku" && props.skuTaken) return [t("giftKeeping.error.skuTaken")];
    return error && [t(error)];
  };
  const line = (
    field: GiftField,
    rest: Omit<Partial<Parameters<typeof Input>[0]>, "id" | "name"> = {},
  ) => (
    <Input
      id={field}
      name={field}
      autoComplete="off"
      label={t(`giftKeeping.field.${field}`)}
      defaultValue={typed[field]}
      errors={errorsOf(field)}
      {...rest}
    />
  );
  const text = (field: "aboutEn" | "aboutZh" | "termsEn" | "termsZh", language: string) => (
    <Textarea
      id={field}
      name={field}
      rows={4}
      lang={language}
      maxLength={field.startsWith("about") ? 1_500 : 3_000}
      label={t(`giftKeeping.field.${field}`)}
      optional={t("giftKeeping.optional")}
      defaultValue={typed[field]}
      errors={errorsOf(field)}
    />
  );
  const moment = (field: "visibleFrom" | "visibleUntil" | "availableFrom" | "availableUntil") =>
    line(field, { type: "datetime-local", optional: t("giftKeeping.optional") });
  const number = (field: GiftField, hint?: string) =>
    line(field, { inputMode: "numeric", optional: t("giftKeeping.optional"), hint });
  return (
    <Form method="post" action={props.action} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Section id="what" title={t("giftKeeping.part.what")}>
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
          {line("titleEn", { lang: "en", maxLength: 120 })}
          {line("titleZh", { lang: "zh-CN", maxLength: 120 })}
          {line("sku", { hint: t("giftKeeping.sku.hint"), maxLength: 40 })}
          <Select
            id="kind"
            name="kind"
            label={t("giftKeeping.field.kind")}
            defaultValue={typed.kind}
            options={giftKinds.map((kind) => ({
              value: kind,
              label: t(`giftKeeping.kind.${kind}`),
            }))}
            errors={errorsOf("kind")}
          />
          {text("aboutEn", "en")}
          {text("aboutZh", "zh-CN")}
        </div>
      </Section>
      <Section id="price" title={t("giftKeeping.part.price")}>
        <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-3">
          {line("points", { inputMode: "numeric" })}
          {line("money", { inputMode: "decimal", optional: currency })}
          {line("cost", {
            inputMode: "decimal",
            optional: `${currency}, ${t("giftKeeping.optional")}`,
          })}
        </div>
      </Section>
      <Section id="whom" title={t("giftKeeping.part.whom")}>
        <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-3">
          <Select
            id="tier"
            name="tier"
            label={t("giftKeeping.field.tier")}
            defaultValue={typed.tier}
            options={giftTiers.map((tier) => ({
              value: tier,
              label: t(`giftKeeping.tier.${tier}`),
            }))}
            errors={errorsOf("tier")}
          />
          {number("limitPerMember")}
          {number("limitTotal")}
        </div>
      </Section>
      <Section id="how" title={t("giftKeeping.part.how")}>
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-3">
          <Choices
            name="fulfilment"
            legend={t("giftKeeping.field.fulfilment")}
            defaultValue={typed.fulfilment}
            options={fulfilments.map((how) => ({
              value: how,
              label: t(`giftKeeping.fulfilment.${how}`),
            }))}
            errors={errorsOf("fulfilment")}
          />
          {number("voucherUses", t("giftKeeping.voucher.hint"))}
          {number("voucherDays", t("giftKeeping.voucher.hint"))}
        </div>
      </Section>
      <Section id="when" title={t("giftKeeping.part.when")}>
        <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("giftKeeping.when.lead")}</p>
        <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">
          {moment("visibleFrom")}
          {moment("visibleUntil")}
          {moment("availableFrom")}
          {moment("availableUntil")}
        </div>
      </Section>
      <Section id="picture" title={t("giftKeeping.part.picture")}>
        <DrawingChoice chosen={typed.drawing} kind={typed.kind} errors={errorsOf("drawing")} />
      </Section>
      <Section id="pieces-part" title={t("giftKeeping.part.stock")}>
        <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">
          {children}
          {number("lowAt", t("giftKeeping.lowAt.hint"))}
        </div>
      </Section>
      <Section id="terms" title={t("giftKeeping.part.terms")}>
        <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("giftKeeping.terms.lead")}</p>
        <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
          {text("termsEn", "en")}
          {text("termsZh", "zh-CN")}
        </div>
      </Section>
      <div className="mt-6">
        <Button name="intent" value="save" pending={pending}>
          {props.save}
        </Button>
      </div>
    </Form>
  );
}

interface DrawingChoiceProps {
  chosen: string;
  kind: string;
  errors?: string[];
}

function DrawingChoice({ chosen, kind, errors }: DrawingChoiceProps) {
  const t = useT();
  return (
    <fieldset aria-describedby={errors ? "drawing-error" : undefined}>
      <legend className="mb-2 text-ink-soft">{t("giftKeeping.drawing.lead")}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-3">
        {(["", ...giftDrawings] as const).map((name) => (
          <label
            key={name}
            className="flex cursor-pointer flex-col gap-1.5 rounded-md border border-rule bg-sheet p-2 has-checked:border-accent"
          >
            <span className="block aspect-[3/2]">
              <GiftDrawing name={name} kind={kind} />
            </span>
            <span className="flex items-center gap-2 text-[0.875rem]">
              <input
                type="radio"
                name="drawing"
                value={name}
                defaultChecked={name === chosen}
                className="check"
              />
              {t(`giftKeeping.drawing.${name === "" ? "none" : name}`)}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors id="drawing" errors={errors} />
    </fieldset>
  );
}

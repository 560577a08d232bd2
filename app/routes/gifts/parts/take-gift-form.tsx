import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import type { OwnGiftPage } from "#app/modules/gifts/load-gift.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Choices } from "#app/ui/choice.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { priceWords } from "./price-words.ts";
import { variantWords } from "./variant-words.ts";

interface TakeGiftFormProps {
  gift: OwnGiftPage;
  /** Of whoever takes it. */
  name: string;
  requestKey: string;
  /** What was typed the last time, and what was wrong with it. */
  reply: FormReply | undefined;
}

/** Which one, how many, where to, and exactly what it takes of one's points, before the press that takes it. */
export function TakeGiftForm({ gift, name, requestKey, reply }: TakeGiftFormProps) {
  const t = useT();
  const errors = formErrors(reply, t);
  const [quantity, setQuantity] = useState(Number(typedInto(reply, "quantity") ?? 1) || 1);
  const sending = useNavigation().formData?.get("intent") === "take";
  const noStore = gift.fulfilment === "collect" && gift.stores.length === 0;
  if (noStore) return <p>{t("gifts.store.none")}</p>;
  return (
    <Form method="post" className="grid max-w-prose gap-5">
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="points" value={gift.points} />
      <input type="hidden" name="moneyMinor" value={gift.moneyMinor} />
      {gift.fulfilment === "ship" && <input type="hidden" name="delivery" value="ship" />}
      <VariantField gift={gift} chosen={typedInto(reply, "variant")} errors={errors.variant} />
      <QuantityField gift={gift} quantity={quantity} onChange={setQuantity} />
      {gift.fulfilment === "collect" && <CollectFields gift={gift} reply={reply} />}
      {gift.fulfilment === "ship" && <AddressFields name={name} reply={reply} />}
      <Effect gift={gift} quantity={quantity} />
      <Button name="intent" value="take" wide pending={sending} pendingLabel={t("gifts.pressing")}>
        <PressWords gift={gift} />
      </Button>
    </Form>
  );
}

/** The press names its price where there is only one: of several, the line above it does. */
function PressWords({ gift }: { gift: OwnGiftPage }) {
  const t = useT();
  const figures = useFigures();
  if (gift.most > 1) return t("gifts.press.some");
  return t("gifts.press", { price: priceWords(gift, t, figures) });
}

function VariantField(props: {
  gift: OwnGiftPage;
  chosen: string | undefined;
  errors: string[] | undefined;
}) {
  const t = useT();
  const { choices } = props.gift;
  const inStock = choices.filter(({ atOnce }) => atOnce > 0);
  const [only] = choices;
  if (choices.length === 1 && only) {
    return <input type="hidden" name="variant" value={only.variantId} />;
  }
  return (
    <Choices
      name="variant"
      legend={t("gifts.variant")}
      defaultValue={props.chosen ?? String(inStock[0]?.variantId ?? "")}
      errors={props.errors && [t("gifts.variant.choose")]}
      options={choices.map(({ variantId, name, atOnce, left }) => ({
        value: String(variantId),
        label: variantWords(name, t),
        hint:
          atOnce === 0
            ? t("gifts.variant.none")
            : left === null
              ? t("gifts.variant.any")
              : t("gifts.variant.left", { left }),
      }))}
    />
  );
}

function QuantityField(props: {
  gift: OwnGiftPage;
  quantity: number;
  onChange: (quantity: number) => void;
}) {
  const t = useT();
  const figures = useFigures();
  const { most, points, moneyMinor, currency } = props.gift;
  if (most <= 1) return <input type="hidden" name="quantity" value="1" />;
  return (
    <Select
      id="quantity"
      name="quantity"
      label={t("gifts.quantity")}
      value={String(Math.min(props.quantity, most))}
      onChange={(event) => props.onChange(Number(event.currentTarget.value))}
      options={Array.from({ length: most }, (_, place) => {
        const quantity = place + 1;
        const cost = { quantity, points: figures.points(points * quantity) };
        return {
          value: String(quantity),
          label:
            moneyMinor === 0
              ? t("gifts.quantity.option", cost)
              : t("gifts.quantity.both", {
                  ...cost,
                  money: figures.spokenMoney(moneyMinor * quantity, currency),
                }),
        };
      })}
    />
  );
}

function CollectFields({ gift, reply }: { gift: OwnGiftPage; reply: FormReply | undefined }) {
  const t = useT();
  const errors = formErrors(reply, t);
  const { stores, lastStoreId } = gift;
  const [only] = stores;
  return (
    <>
      {stores.length === 1 && only ? (
        <p>
          <input type="hidden" name="store" value={only.id} />
          {t("gifts.store.only", { store: only.name })}
        </p>
      ) : (
        <Select
          id="store"
          name="store"
          label={t("gifts.store")}
          defaultValue={typedInto(reply, "store") ?? String(lastStoreId ?? only?.id ?? "")}
          options={stores.map(({ id, name }) => ({ value: String(id), label: name }))}
          errors={errors.store}
        />
      )}
      <Input
        id="collector"
        name="collector"
        autoComplete="off"
        maxLength={80}
        label={t("gifts.collector")}
        optional={t("gifts.optional")}
        hint={t("gifts.collector.hint")}
        defaultValue={typedInto(reply, "collector")}
        errors={errors.collector}
      />
    </>
  );
}

function AddressFields({ name, reply }: { name: string; reply: FormReply | undefined }) {
  const t = useT();
  const errors = formErrors(reply, t);
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold">{t("gifts.address.title")}</legend>
      <p className="text-[0.9375rem] text-ink-soft">{t("gifts.address.hint")}</p>
      <Input
        id="recipient"
        name="recipient"
        autoComplete="name"
        required
        maxLength={80}
        label={t("gifts.address.recipient")}
        defaultValue={typedInto(reply, "recipient") ?? name}
        errors={errors.recipient}
      />
      <Input
        id="phone"
        name="phone"
        type="tel"
        autoComplete="tel"
        required
        maxLength={40}
        label={t("gifts.address.phone")}
        defaultValue={typedInto(reply, "phone")}
        errors={errors.phone}
      />
      <Textarea
        id="lines"
        name="lines"
        autoComplete="street-address"
        required
        rows={3}
        maxLength={300}
        label={t("gifts.address.lines")}
        defaultValue={typedInto(reply, "lines")}
        errors={errors.lines}
      />
      <Input
        id="postalCode"
        name="postalCode"
        autoComplete="postal-code"
        maxLength={16}
        label={t("gifts.address.postalCode")}
        optional={t("gifts.optional")}
        defaultValue={typedInto(reply, "postalCode")}
        errors={errors.postalCode}
      />
    </fieldset>
  );
}

/** What the press does to one's points, to the point. */
function Effect({ gift, quantity }: { gift: OwnGiftPage; quantity: number }) {
  const t = useT();
  const figures = useFigures();
  const { points, moneyMinor, currency, saver, fulfilment } = gift;
  const cost = points * quantity;
  const isIssuedAtOnce = fulfilment === "voucher" && moneyMinor === 0;
  return (
    <div className="rounded-md border border-rule bg-sheet px-4 py-3">
      <p className="font-semibold" aria-live="polite">
        {t("gifts.effect", {
          cost: figures.points(cost),
          available: figures.points(saver.available),
          left: figures.points(saver.available - cost),
        })}
      </p>
      {moneyMinor > 0 && (
        <p>
          {t("gifts.effect.money", {
            money: figures.spokenMoney(moneyMinor * quantity, currency),
          })}
        </p>
      )}
      <p className="text-[0.9375rem] text-ink-soft">
        {t(isIssuedAtOnce ? "gifts.effect.voucher" : "gifts.effect.cancel")}
      </p>
    </div>
  );
}

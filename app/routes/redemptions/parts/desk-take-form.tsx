import { Form, useNavigation } from "@remix-run/react";
import type { GiftChoice } from "#app/modules/gifts/load-choices.server.ts";
import type { StockPlace } from "#app/modules/stock/load-places.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { useBoth } from "./use-both.ts";

interface DeskTakeFormProps {
  page: {
    choices: GiftChoice[];
    stores: StockPlace[];
    deskStore: number | "all";
    requestKey: string;
  };
  reply: FormReply | undefined;
}

/** A gift for a member who stands at the desk: which, how many, and where it will be collected or sent. */
export function DeskTakeForm({ page, reply }: DeskTakeFormProps) {
  const { t, locale } = useWords();
  const both = useBoth();
  const figures = useFigures();
  const sending = useNavigation().formMethod === "POST";
  const { choices, stores, deskStore } = page;
  const errors = formErrors(reply, t);
  const price = ({ points, moneyMinor, currency }: GiftChoice) =>
    [
      points > 0 && t("redemptions.desk.points", { points, figure: figures.points(points) }),
      moneyMinor > 0 && figures.moneyIn(moneyMinor, currency),
    ]
      .filter(Boolean)
      .join(" + ");
  if (choices.length === 0) return <p>{t("redemptions.take.none")}</p>;
  return (
    <Form method="post" className="grid gap-4">
      <input
        type="hidden"
        name="requestKey"
        value={typedInto(reply, "requestKey") ?? page.requestKey}
      />
      <Select
        id="choice"
        name="choice"
        label={t("redemptions.take.gift")}
        defaultValue={typedInto(reply, "choice")}
        errors={errors.choice}
        options={choices.map((each) => ({
          value: `${each.variantId}-${each.points}-${each.moneyMinor}`,
          label: t("redemptions.take.choice", {
            title: both(each.title),
            price: price(each),
            how: t(`redemptions.desk.how.${each.fulfilment}`),
          }),
        }))}
      />
      <Input
        id="quantity"
        name="quantity"
        inputMode="numeric"
        required
        className="max-w-32"
        label={t("redemptions.desk.piecesOf")}
        defaultValue={typedInto(reply, "quantity") ?? "1"}
        errors={errors.quantity}
      />
      {stores.length > 0 && (
        <Select
          id="store"
          name="store"
          label={t("redemptions.take.store")}
          hint={t("redemptions.take.store.hint")}
          defaultValue={
            typedInto(reply, "store") ?? (deskStore === "all" ? undefined : String(deskStore))
          }
          options={stores.map(({ storeId, name }) => ({
            value: String(storeId),
            label: inLanguage(locale, name),
          }))}
        />
      )}
      <Disclosure
        summary={t("redemptions.take.parcel")}
        open={typedInto(reply, "recipient") !== undefined}
      >
        <div className="grid gap-4">
          {(["recipient", "phone", "lines"] as const).map((name) => (
            <Input
              key={name}
              id={name}
              name={name}
              maxLength={300}
              autoComplete="off"
              label={t(`redemptions.take.${name}`)}
              defaultValue={typedInto(reply, name)}
              errors={errors[name]}
            />
          ))}
        </div>
      </Disclosure>
      <div>
        <Button pending={sending} pendingLabel={t("redemptions.take.sending")}>
          {t("redemptions.take.send")}
        </Button>
      </div>
    </Form>
  );
}

import { Form, useNavigation } from "@remix-run/react";
import type { StockPlace } from "#app/modules/stock/load-places.server.ts";
import { placeText } from "#app/modules/stock/place-text.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Section, Sheet } from "#app/ui/page.tsx";
import { placeName } from "./places.ts";

interface MoveFormsProps {
  requestKey: string;
  places: StockPlace[];
  answer: { intent: "receive" | "take-out"; form: FormReply; onHand: number | null } | undefined;
}

/** Pieces that come in, and pieces that go out for another reason than a gift. */
export function MoveForms({ requestKey, places, answer }: MoveFormsProps) {
  const t = useT();
  const sending = useNavigation().formData?.get("intent");
  const form = (intent: "receive" | "take-out") => {
    const reply = answer?.intent === intent ? answer.form : undefined;
    const errors = formErrors(reply, t);
    const onHand = answer?.intent === intent ? answer.onHand : null;
    const why = intent === "receive" ? "note" : "reason";
    return (
      <Sheet>
        <Form method="post" className="grid gap-4">
          <input
            type="hidden"
            name="requestKey"
            value={typedInto(reply, "requestKey") ?? requestKey}
          />
          <Input
            id={`${intent}-pieces`}
            name="pieces"
            inputMode="numeric"
            autoComplete="off"
            required
            label={t("stock.pieces")}
            defaultValue={typedInto(reply, "pieces")}
            errors={
              onHand === null ? errors.pieces : [t("stock.error.notThere", { count: onHand })]
            }
          />
          <Select
            id={`${intent}-place`}
            name="place"
            label={t(intent === "receive" ? "stock.to" : "stock.from")}
            defaultValue={typedInto(reply, "place") ?? "room"}
            options={[
              { value: "room", label: t("stock.room") },
              ...places.map(({ storeId }) => ({
                value: placeText(storeId),
                label: placeName(t, places, storeId),
              })),
            ]}
            errors={errors.place}
          />
          <Input
            id={`${intent}-${why}`}
            name={why}
            maxLength={REASON_AT_MOST}
            autoComplete="off"
            label={t(`stock.${why}`)}
            optional={why === "note" ? t("giftKeeping.optional") : undefined}
            hint={t(`stock.${why}.hint`)}
            defaultValue={typedInto(reply, why)}
            errors={errors[why]}
          />
          <div>
            <Button
              name="intent"
              value={intent}
              look={intent === "receive" ? "primary" : "quiet"}
              pending={sending === intent}
            >
              {t(`stock.do.${intent}`)}
            </Button>
          </div>
        </Form>
      </Sheet>
    );
  };
  return (
    <div className="mt-8 grid items-start gap-6 min-[56rem]:grid-cols-2">
      <Section id="receive" title={t("stock.receive")}>
        {form("receive")}
      </Section>
      <Section id="take-out" title={t("stock.takeOut")} className="mt-0!">
        {form("take-out")}
      </Section>
    </div>
  );
}

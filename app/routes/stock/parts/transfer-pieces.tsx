import { Form, useNavigation } from "@remix-run/react";
import type { StockPlace } from "#app/modules/stock/load-places.server.ts";
import { placeText } from "#app/modules/stock/place-text.ts";
import type { Transferred } from "#app/modules/stock/transfer-stock.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { placeName } from "./places.ts";

interface TransferPiecesProps {
  requestKey: string;
  places: StockPlace[];
  answer: { form: FormReply; refused: Extract<Transferred, { ok: false }> | null } | undefined;
}

/** Pieces that go from one place to another. */
export function TransferPieces({ requestKey, places, answer }: TransferPiecesProps) {
  const t = useT();
  const sending = useNavigation().formMethod === "POST";
  const errors = formErrors(answer?.form, t);
  const refused = answer?.refused;
  const options = [
    { value: "room", label: t("stock.room") },
    ...places.map(({ storeId }) => ({
      value: placeText(storeId),
      label: placeName(t, places, storeId),
    })),
  ];
  return (
    <Sheet className="mt-8 max-w-md">
      <Form method="post" className="grid gap-4">
        <input
          type="hidden"
          name="requestKey"
          value={typedInto(answer?.form, "requestKey") ?? requestKey}
        />
        <Input
          id="pieces"
          name="pieces"
          inputMode="numeric"
          autoComplete="off"
          required
          label={t("stock.pieces")}
          defaultValue={typedInto(answer?.form, "pieces")}
          errors={
            refused?.refusal === "not-free"
              ? [t("stock.error.notFree", { count: refused.free })]
              : errors.pieces
          }
        />
        <Select
          id="from"
          name="from"
          label={t("stock.from")}
          defaultValue={typedInto(answer?.form, "from") ?? "room"}
          options={options}
          errors={errors.from}
        />
        <Select
          id="to"
          name="to"
          label={t("stock.to")}
          defaultValue={typedInto(answer?.form, "to") ?? options[1]?.value}
          options={options}
          errors={refused?.refusal === "same-place" ? [t("stock.error.samePlace")] : errors.to}
        />
        <Input
          id="note"
          name="note"
          maxLength={REASON_AT_MOST}
          autoComplete="off"
          label={t("stock.note")}
          optional={t("desk.optional")}
          defaultValue={typedInto(answer?.form, "note")}
          errors={errors.note}
        />
        <div>
          <Button pending={sending}>{t("stock.do.transfer")}</Button>
        </div>
      </Form>
    </Sheet>
  );
}

import { Form, useLocation, useNavigation } from "@remix-run/react";
import type { CountResult } from "#app/modules/stock/count-stock.server.ts";
import type { TypedCount } from "#app/modules/stock/forms.ts";
import type { StockName } from "#app/modules/stock/load-stock.server.ts";
import { placeText } from "#app/modules/stock/place-text.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { stockTitle } from "./places.ts";

export type SheetLine = { itemId: number; names: StockName[]; onHand: number; promised: number };

/** What became of the sheet that was sent. */
export type CountAnswer = {
  typed: TypedCount[];
  unreadable: number[];
  result: CountResult | null;
  form: FormReply;
  nothing: boolean;
};

interface CountSheetProps {
  place: number | null;
  lines: SheetLine[];
  requestKey: string;
  answer: CountAnswer | undefined;
}

/** The sheet of a stock-taking. Printed, it has a line to write on for each stock; on the screen, a field. */
export function CountSheet({ place, lines, requestKey, answer }: CountSheetProps) {
  const t = useT();
  const figures = useFigures();
  const { pathname, search } = useLocation();
  const pending = useNavigation().formMethod === "POST";
  const isOver = answer?.result != null;
  const reply = isOver ? undefined : answer?.form;
  const errors = formErrors(reply, t);
  const typedOf = (itemId: number) => answer?.typed.find((each) => each.itemId === itemId)?.counted;
  const columns: Column<SheetLine>[] = [
    {
      key: "stock",
      head: t("giftKeeping.col.gift"),
      cell: ({ names }) => (
        <>
          {stockTitle(t, names)}
          <span className="block text-[0.875rem] font-normal text-ink-soft">
            <bdi className="figure">{names.map(({ sku }) => sku).join(", ")}</bdi>
          </span>
        </>
      ),
    },
    {
      key: "onHand",
      head: t("stock.count.expected"),
      number: true,
      cell: ({ onHand }) => figures.points(onHand),
    },
    {
      key: "promised",
      head: t("giftKeeping.col.promised"),
      number: true,
      cell: ({ promised }) => figures.points(promised),
    },
    {
      key: "counted",
      head: t("stock.count.counted"),
      cell: ({ itemId, names, onHand }) => (
        <>
          <input type="hidden" name={`seen-${itemId}`} value={onHand} />
          <Input
            id={`counted-${itemId}`}
            name={`counted-${itemId}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            label={<span className="sr-only">{stockTitle(t, names)}</span>}
            defaultValue={isOver ? undefined : typedOf(itemId)}
            errors={
              answer?.unreadable.includes(itemId) ? [t("giftKeeping.error.pieces")] : undefined
            }
            className="w-32"
          />
        </>
      ),
    },
  ];
  return (
    // The address names the news above, so that the page comes back with them in sight.
    <Form method="post" action={`${pathname}${search}#counted`}>
      <input type="hidden" name="place" value={placeText(place)} />
      <input type="hidden" name="requestKey" value={typedInto(reply, "requestKey") ?? requestKey} />
      <Table
        caption={t("stock.count")}
        columns={columns}
        rows={lines}
        rowKey={({ itemId }) => itemId}
      />
      <div className="mt-5 grid max-w-xl gap-4 print:hidden">
        <Input
          id="reason"
          name="reason"
          maxLength={REASON_AT_MOST}
          label={t("stock.reason")}
          hint={t("stock.count.reason.hint")}
          defaultValue={typedInto(reply, "reason") ?? t("stock.count")}
          errors={errors.reason}
        />
        <div>
          <Button pending={pending}>{t("stock.count.save")}</Button>
        </div>
      </div>
    </Form>
  );
}

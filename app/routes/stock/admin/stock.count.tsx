import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countStock } from "#app/modules/stock/count-stock.server.ts";
import { CountForm, placeIn, typedCounts } from "#app/modules/stock/forms.ts";
import { loadPlaces } from "#app/modules/stock/load-places.server.ts";
import { loadStock } from "#app/modules/stock/load-stock.server.ts";
import { placeText } from "#app/modules/stock/place-text.ts";
import { readPieces } from "#app/modules/stock/read-pieces.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { PrintButton } from "#app/ui/button.tsx";
import { GiftBoxDrawing } from "#app/ui/drawings/gift-box.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { CountNews } from "../parts/count-news.tsx";
import { CountSheet } from "../parts/count-sheet.tsx";
import { placeName } from "../parts/places.ts";

/** Two fields a line of the longest sheet, and the rest of the form. */
const MOST_FIELDS = 1_000;

/**
 * Whoever keeps the gifts: the sheet of a stock-taking in one place (`?place=`, the store room else), to print and to
 * fill in; of one stock alone with `?item=`.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "gifts.keep");
  const query = new URL(request.url).searchParams;
  const place = placeIn(query.get("place"));
  const item = OptionalRowId.parse(query.get("item"));
  const [stocks, places] = await Promise.all([
    loadStock(db(), item ?? undefined),
    loadPlaces(db()),
  ]);
  const lines = stocks.flatMap(({ itemId, names, shelves, isArchived, isPaper }) => {
    const shelf = shelves.find(({ storeId }) => storeId === place);
    const onHand = shelf?.onHand ?? 0;
    const isThere = onHand > 0 || (shelf?.reserved ?? 0) > 0;
    const isAsked = item !== null || isThere || (place === null && !isArchived);
    if (!isAsked || (isPaper && item === null)) return [];
    return { itemId, names, onHand, promised: shelf?.reserved ?? 0 };
  });
  return { place, item, lines, places, requestKey: randomUUID(), title: t("stock.count") };
}

/** Takes what was counted for what there is; what has moved meanwhile is asked again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "gifts.keep");
  const body = await readFormFields(request, MOST_FIELDS);
  const form = parseForm(body, CountForm);
  const typed = typedCounts(body);
  const counted = typed.map(({ itemId, counted: text, seen }) => ({
    itemId,
    seen,
    counted: readPieces(text, 0),
  }));
  const unreadable = counted.flatMap((line) => (line.counted === null ? [line.itemId] : []));
  const lines = counted.flatMap((line) =>
    line.counted === null ? [] : [{ ...line, counted: line.counted }],
  );
  const sent = { typed, unreadable, result: null, form: form.reply() };
  if (form.status !== "success" || unreadable.length > 0 || lines.length === 0) {
    return data({ ...sent, nothing: typed.length === 0 }, 400);
  }
  const { place: storeId, reason, requestKey } = form.value;
  const known = (await loadStock(db())).map(({ itemId }) => itemId);
  const isPlace =
    storeId === null || (await loadPlaces(db())).some((each) => each.storeId === storeId);
  if (!isPlace || !lines.every(({ itemId }) => known.includes(itemId))) {
    throw new Response(null, { status: 404 });
  }
  const actor = actorOf(staff, context);
  const result = await countStock({ storeId, lines, reason, requestKey }, actor);
  return data({ ...sent, nothing: false, result }, result.again.length > 0 ? 409 : 200);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function StockTaking() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { place, item, lines, places } = page;
  return (
    <>
      <div className="print:hidden">
        <BackLink to={item === null ? "/admin/stock" : `/admin/stock/${item}`}>
          {t("stock.title")}
        </BackLink>
      </div>
      <PageHeader
        title={t("stock.countIn", { place: placeName(t, places, place) })}
        lead={<span className="print:hidden">{t("stock.count.lead")}</span>}
        actions={lines.length > 0 && <PrintButton>{t("stock.count.print")}</PrintButton>}
      />
      <div className="print:hidden">
        <FilterChips
          label={t("stock.place")}
          choices={[null, ...places.map(({ storeId }) => storeId)].map((each) => ({
            to: `/admin/stock/count?place=${placeText(each)}${item === null ? "" : `&item=${item}`}`,
            label: placeName(t, places, each),
            current: each === place,
          }))}
        />
      </div>
      {answer && <CountNews answer={answer} lines={lines} />}
      {lines.length === 0 ? (
        <EmptyState drawing={<GiftBoxDrawing />}>{t("stock.count.none")}</EmptyState>
      ) : (
        <CountSheet
          key={answer ? `${page.requestKey} answered` : placeText(place)}
          place={place}
          lines={lines}
          requestKey={page.requestKey}
          answer={answer}
        />
      )}
    </>
  );
}

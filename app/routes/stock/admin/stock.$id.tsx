import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReceiveForm, TakeOutForm } from "#app/modules/stock/forms.ts";
import { loadMovements } from "#app/modules/stock/load-movements.server.ts";
import { loadPlaces } from "#app/modules/stock/load-places.server.ts";
import { loadStock } from "#app/modules/stock/load-stock.server.ts";
import { receiveStock } from "#app/modules/stock/receive-stock.server.ts";
import { takeOutStock } from "#app/modules/stock/take-out-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { EntryId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { MovementsTable } from "../parts/movements-table.tsx";
import { stockTitle } from "../parts/places.ts";
import { ShelvesTable } from "../parts/shelves-table.tsx";
import { MoveForms } from "../parts/stock-forms.tsx";

const LISTED = 50;
const DONE = ["received", "taken-out"] as const;

async function load(itemId: number) {
  const [[stock], places] = await Promise.all([loadStock(db(), itemId), loadPlaces(db())]);
  if (!stock) throw new Response(null, { status: 404 });
  return { stock, places };
}

/** Whoever keeps the gifts: one stock, what comes in and goes out of it, and all that ever did. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "gifts.keep");
  const itemId = rowIdIn(params.id);
  const asked = EntryId.nullable()
    .catch(null)
    .parse(new URL(request.url).searchParams.get("before"));
  const [{ stock, places }, history] = await Promise.all([
    load(itemId),
    loadMovements(db(), itemId, { before: asked, limit: LISTED }),
  ]);
  return {
    ...stock,
    ...history,
    places,
    isFirst: asked === null,
    requestKey: randomUUID(),
    done: noticeIn(request, DONE),
    title: stockTitle(t, stock.names),
  };
}

/** Puts pieces on a shelf (`intent=receive`), or takes some off for another reason than a gift. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "gifts.keep");
  const itemId = rowIdIn(params.id);
  const { places } = await load(itemId);
  const body = await readFormFields(request);
  const actor = actorOf(staff, context);
  const isPlace = (id: number | null) =>
    id === null || places.some(({ storeId }) => storeId === id);
  if (body.get("intent") === "receive") {
    const form = parseForm(body, ReceiveForm);
    if (form.status !== "success") {
      return data({ intent: "receive" as const, form: form.reply(), onHand: null }, 400);
    }
    const { place: storeId, pieces, note: reason, requestKey } = form.value;
    if (!isPlace(storeId)) throw new Response(null, { status: 404 });
    await receiveStock({ itemId, storeId, pieces, reason, requestKey }, actor);
    return redirect(`/admin/stock/${itemId}?done=received`);
  }
  const form = parseForm(body, TakeOutForm);
  if (form.status !== "success") {
    return data({ intent: "take-out" as const, form: form.reply(), onHand: null }, 400);
  }
  const { place: storeId, pieces, reason, requestKey } = form.value;
  if (!isPlace(storeId)) throw new Response(null, { status: 404 });
  const answer = await takeOutStock({ itemId, storeId, pieces, reason, requestKey }, actor);
  if (answer.ok) return redirect(`/admin/stock/${itemId}?done=taken-out`);
  const { onHand } = answer;
  return data({ intent: "take-out" as const, form: form.reply(), onHand }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function StockItem() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { itemId, places } = page;
  return (
    <>
      <BackLink to="/admin/stock">{t("stock.title")}</BackLink>
      <PageHeader
        title={page.title}
        lead={page.names.map(({ sku }) => sku).join(", ")}
        actions={
          <>
            <ButtonLink to={`/admin/stock/${itemId}/transfer`} look="quiet">
              {t("stock.transfer")}
            </ButtonLink>
            {[...new Set(page.names.map(({ giftId }) => giftId))].map((giftId) => (
              <ButtonLink key={giftId} to={`/admin/gifts/${giftId}`} look="quiet">
                {t("stock.toGift")}
              </ButtonLink>
            ))}
          </>
        }
      />
      {page.done && !answer && (
        <div className="mb-6">
          <Notice tone="ok">{t(`stock.done.${page.done}`)}</Notice>
        </div>
      )}
      <ShelvesTable itemId={itemId} shelves={page.shelves} places={places} />
      <MoveForms
        key={answer ? "answered" : page.requestKey}
        requestKey={page.requestKey}
        places={places}
        answer={answer}
      />
      <Section id="history" title={t("stock.history")}>
        <MovementsTable movements={page.movements} places={places} />
        <Pager
          label={t("stock.history.pages")}
          newer={
            page.isFirst
              ? undefined
              : { to: `/admin/stock/${itemId}#history`, label: t("stock.history.newest") }
          }
          older={
            page.olderBefore === null
              ? undefined
              : {
                  to: `/admin/stock/${itemId}?before=${page.olderBefore}#history`,
                  label: t("stock.history.older"),
                }
          }
        />
      </Section>
    </>
  );
}

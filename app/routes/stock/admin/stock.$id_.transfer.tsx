import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TransferForm } from "#app/modules/stock/forms.ts";
import { loadPlaces } from "#app/modules/stock/load-places.server.ts";
import { loadStock } from "#app/modules/stock/load-stock.server.ts";
import { transferStock } from "#app/modules/stock/transfer-stock.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { stockTitle } from "../parts/places.ts";
import { ShelvesTable } from "../parts/shelves-table.tsx";
import { TransferPieces } from "../parts/transfer-pieces.tsx";

async function load(itemId: number) {
  const [[stock], places] = await Promise.all([loadStock(db(), itemId), loadPlaces(db())]);
  if (!stock) throw new Response(null, { status: 404 });
  return { stock, places };
}

/** Whoever brings pieces from one store to another: where a stock lies, and the form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "stock.transfer");
  const { stock, places } = await load(rowIdIn(params.id));
  const name = stockTitle(t, stock.names);
  return {
    ...stock,
    places,
    mayKeep: may("gifts.keep"),
    requestKey: randomUUID(),
    done: noticeIn(request, ["transferred"]),
    name,
    title: t("stock.transfer.of", { name }),
  };
}

/** Whoever may: brings free pieces from one place to another. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "stock.transfer");
  const itemId = rowIdIn(params.id);
  const { places } = await load(itemId);
  const form = parseForm(await readFormFields(request), TransferForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const { from, to } = form.value;
  const isPlace = (id: number | null) =>
    id === null || places.some(({ storeId }) => storeId === id);
  if (!isPlace(from) || !isPlace(to)) throw new Response(null, { status: 404 });
  const answer = await transferStock({ ...form.value, itemId }, actorOf(staff, context));
  if (answer.ok) return redirect(`/admin/stock/${itemId}/transfer?done=transferred`);
  return data({ form: form.reply(), refused: answer }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function TransferStock() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-3xl">
      {page.mayKeep ? (
        <BackLink to={`/admin/stock/${page.itemId}`}>{page.name}</BackLink>
      ) : (
        <BackLink to="/admin/redemptions">{t("redemptions.desk.title")}</BackLink>
      )}
      <PageHeader title={page.title} lead={t("stock.transfer.lead")} />
      {page.done && !answer && (
        <div className="mb-6">
          <Notice tone="ok">{t("stock.done.transferred")}</Notice>
        </div>
      )}
      <ShelvesTable
        itemId={page.itemId}
        shelves={page.shelves}
        places={page.places}
        countable={page.mayKeep}
      />
      <TransferPieces
        key={answer ? "answered" : page.requestKey}
        requestKey={page.requestKey}
        places={page.places}
        answer={answer}
      />
    </div>
  );
}

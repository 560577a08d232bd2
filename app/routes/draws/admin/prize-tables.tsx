import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PrizeTableActForm } from "#app/modules/draws/forms.ts";
import { loadPrizeTables } from "#app/modules/draws/load-prize-tables.server.ts";
import { loadPrizeGifts } from "#app/modules/gifts/load-prize-gifts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { LuckyDrawDrawing } from "#app/ui/drawings/events/lucky-draw.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { permissionFor } from "../parts/draw-acts.server.ts";
import { KeptPrizeTable } from "../parts/kept-prize-table.tsx";
import { PrizeTableForm } from "../parts/prize-table-form.tsx";
import { ShortGifts } from "../parts/short-gifts.tsx";
import { doTableAct } from "../parts/table-acts.server.ts";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

const DONE = ["opened", "closed", "handed-over", "undone", "returned"] as const;

/** Whoever keeps draws or hands prizes over: the tables from which every turn wins. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t, may } = await readStaffRequest(request, "draws.serve");
  return {
    tables: await loadPrizeTables(db(), staff.id),
    mayKeep: may("draws.keep"),
    gifts: may("draws.keep") ? await loadPrizeGifts(db()) : [],
    requestKey: randomUUID(),
    done: noticeIn(request, DONE),
    title: t("prizeTables.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/**
 * Opens a table (`open`), ends one and tells its seed (`close`), notes that a prize was given (`hand-over`), that it was not
 * (`undo`), or that a gift stays with the club (`return`).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readFormFields(request);
  const { staff } = await readStaffRequest(request, permissionFor(fields.get("intent")));
  const form = parseForm(fields, PrizeTableActForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null, short: [] }, 400);
  const answer = await doTableAct(form.value, actorOf(staff, context));
  if (answer.ok) return redirect(`/admin/prize-tables?done=${answer.done}`);
  const { refusal: refused, short = [] } = answer;
  const status = refused === "prize" || refused === "endless" ? 400 : 409;
  return data({ form: form.reply(), refused, short }, status);
}

export default function PrizeTables() {
  const t = useT();
  const { tables, mayKeep, gifts, requestKey, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/draws">{t("drawKeeping.title")}</BackLink>
      <PageHeader title={t("prizeTables.title")} lead={t("prizeTables.lead")} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !answer && <Notice tone="ok">{t(`prizeTables.done.${done}`)}</Notice>}
        {answer?.refused && (
          <Notice tone="refusal">
            {t(`prizeTables.refused.${answer.refused}`)}
            <ShortGifts short={answer.short} />
          </Notice>
        )}
      </div>
      {tables.length === 0 && (
        <EmptyState drawing={<LuckyDrawDrawing />}>{t("prizeTables.none")}</EmptyState>
      )}
      {tables.map((table) => (
        <KeptPrizeTable key={table.id} {...{ table, mayKeep }} reply={answer?.form} />
      ))}
      {mayKeep && (
        <PrizeTableForm {...{ requestKey, gifts }} reply={answer?.form} key={tables.length} />
      )}
    </>
  );
}

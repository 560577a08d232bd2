import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PrizeTableActForm, readTablePrizes } from "#app/modules/draws/forms.ts";
import { loadPrizeTables } from "#app/modules/draws/load-prize-tables.server.ts";
import {
  closePrizeTable,
  handOverTurn,
  openPrizeTable,
} from "#app/modules/draws/prize-tables.server.ts";
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

const DONE = ["opened", "closed", "handed-over"] as const;

/** Whoever keeps draws or hands prizes over: the tables from which every turn wins. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t, may } = await readStaffRequest(request, "draws.serve");
  return {
    tables: await loadPrizeTables(db()),
    mayKeep: may("draws.keep"),
    requestKey: randomUUID(),
    done: noticeIn(request, DONE),
    title: t("prizeTables.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Opens a table (`open`), ends one and tells its seed (`close`), notes that a prize was given (`hand-over`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readFormFields(request);
  const { staff } = await readStaffRequest(request, permissionFor(fields.get("intent")));
  const form = parseForm(fields, PrizeTableActForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const actor = actorOf(staff, context);
  const act = form.value;
  if (act.intent === "open") {
    const prizes = readTablePrizes(act);
    const title = { en: act.titleEn, zh: act.titleZh };
    const { requestKey } = act;
    const id = prizes && (await openPrizeTable({ title, prizes, requestKey }, actor));
    if (id !== null) return redirect("/admin/prize-tables?done=opened");
    const refused = prizes === null ? ("prize" as const) : ("endless" as const);
    return data({ form: form.reply(), refused }, 400);
  }
  const isDone =
    act.intent === "close"
      ? await closePrizeTable(act.table, actor)
      : await handOverTurn(act.turn, actor);
  if (!isDone) return data({ form: form.reply(), refused: "settled" as const }, 409);
  return redirect(`/admin/prize-tables?done=${act.intent === "close" ? "closed" : "handed-over"}`);
}

export default function PrizeTables() {
  const t = useT();
  const { tables, mayKeep, requestKey, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/draws">{t("drawKeeping.title")}</BackLink>
      <PageHeader title={t("prizeTables.title")} lead={t("prizeTables.lead")} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !answer && <Notice tone="ok">{t(`prizeTables.done.${done}`)}</Notice>}
        {answer?.refused && (
          <Notice tone="refusal">{t(`prizeTables.refused.${answer.refused}`)}</Notice>
        )}
      </div>
      {tables.length === 0 && (
        <EmptyState drawing={<LuckyDrawDrawing />}>{t("prizeTables.none")}</EmptyState>
      )}
      {tables.map((table) => (
        <KeptPrizeTable key={table.id} table={table} mayKeep={mayKeep} />
      ))}
      {mayKeep && (
        <PrizeTableForm requestKey={requestKey} reply={answer?.form} key={tables.length} />
      )}
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DrawForm as Schema } from "#app/modules/draws/forms.ts";
import { changeDraw } from "#app/modules/draws/keep-draw.server.ts";
import { loadDrawEvents, loadKeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { typeDraw } from "#app/modules/draws/type-draw.ts";
import { eventHow } from "#app/modules/events/event-how.server.ts";
import { loadPrizeGifts } from "#app/modules/gifts/load-prize-gifts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { DrawForm } from "../parts/draw-form.tsx";

/** Whoever keeps draws: one whose list is still open, as a form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "draws.keep");
  const id = rowIdIn(params.id);
  const [draw, events, gifts, { time }] = await Promise.all([
    loadKeptDraw(db(), id, staff.id),
    loadDrawEvents(db()),
    loadPrizeGifts(db()),
    eventHow(),
  ]);
  if (!draw) throw new Response(null, { status: 404 });
  if (draw.state !== "draft") throw redirect(`/admin/draws/${id}`);
  return { id, events, gifts, typed: typeDraw(draw.draft, time), title: t("drawKeeping.edit") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Changes it; once its list is closed nothing is. */
export async function action({ request, params }: ActionFunctionArgs) {
  await readStaffRequest(request, "draws.keep");
  const id = rowIdIn(params.id);
  const { time } = await eventHow();
  const form = parseForm(await readFormFields(request), Schema(time));
  if (form.status !== "success") return data(form.reply(), 400);
  const changed = await changeDraw(id, form.value.draft);
  if (changed === "no-such-gift") {
    return data(form.reply({ fieldErrors: { prizes: ["draws.error.gift"] } }), 409);
  }
  return redirect(
    `/admin/draws/${id}?${changed === "changed" ? "done=saved" : "refused=not-a-draft"}`,
  );
}

export default function EditDraw() {
  const t = useT();
  const { id, events, gifts, typed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={`/admin/draws/${id}`}>{typed.titleEn}</BackLink>
      <PageHeader title={t("drawKeeping.edit")} lead={t("drawKeeping.new.lead")} />
      <DrawForm
        events={events}
        gifts={gifts}
        requestKey={`edit-${id}`}
        typed={typed}
        reply={reply}
      />
    </>
  );
}

import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DrawForm as Schema } from "#app/modules/draws/forms.ts";
import { createDraw } from "#app/modules/draws/keep-draw.server.ts";
import { loadDrawEvents } from "#app/modules/draws/load-kept-draw.server.ts";
import { eventHow } from "#app/modules/events/event-how.server.ts";
import { loadPrizeGifts } from "#app/modules/gifts/load-prize-gifts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { RowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { DrawForm } from "../parts/draw-form.tsx";

/** Whoever keeps draws: a new one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "draws.keep");
  const [events, gifts] = await Promise.all([loadDrawEvents(db()), loadPrizeGifts(db())]);
  const { searchParams } = new URL(request.url);
  const eventId = RowId.safeParse(searchParams.get("event")).data;
  const event = events.find(({ id }) => id === eventId);
  return {
    ...{ events, gifts, requestKey: randomUUID(), title: t("drawKeeping.new") },
    typed: begun(event),
  };
}

/** What the form begins with; of an event, a draw by hand among the families who came, picked by children who won there. */
function begun(event: { id: number } | undefined): Record<string, string> {
  if (!event) return { onePerHousehold: "on" };
  return {
    ...{ of: "checked-in", event: String(event.id), onePerHousehold: "on", mustBePresent: "on" },
    ...{ method: "by-hand", pickedByEn: "the first-prize child of each age group" },
    pickedByZh: "各年龄组一等奖的小朋友",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Begins a draw, which nobody else sees before its list is closed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "draws.keep");
  const { time } = await eventHow();
  const form = parseForm(await readFormFields(request), Schema(time));
  if (form.status !== "success") return data(form.reply(), 400);
  const { draft, requestKey } = form.value;
  const drawId = await createDraw(draft, requestKey, actorOf(staff, context));
  if (drawId === null) {
    return data(form.reply({ fieldErrors: { prizes: ["draws.error.gift"] } }), 409);
  }
  return redirect(`/admin/draws/${drawId}?done=saved`);
}

export default function NewDraw() {
  const t = useT();
  const { events, gifts, requestKey, typed } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/draws">{t("drawKeeping.title")}</BackLink>
      <PageHeader title={t("drawKeeping.new")} lead={t("drawKeeping.new.lead")} />
      <DrawForm events={events} gifts={gifts} requestKey={requestKey} typed={typed} reply={reply} />
    </>
  );
}

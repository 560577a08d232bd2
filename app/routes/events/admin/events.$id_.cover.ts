import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { addCover, setCover } from "#app/modules/events/event-cover.server.ts";
import { readPictureForm } from "#app/platform/http/picture-form.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps events: there is no page here, only what the event's page sends. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await readStaffRequest(request, "events.keep");
  return redirect(`/admin/events/${rowIdIn(params.id)}#cover`);
}

/** Puts a photo over an event (`intent=add`), or its drawing again (`remove`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const to = (news: string) => redirect(`/admin/events/${eventId}?${news}#news`);
  const actor = actorOf(staff, context);
  const { fields, picture } = await readPictureForm(request);
  let coverId: number | null = null;
  if (fields.get("intent") !== "remove") {
    if (picture === null) return to("refused=no-picture");
    if (picture === "too-large") return to("refused=too-large");
    const added = await addCover(eventId, picture, actor);
    if (!added.ok && added.refusal !== "no-such-event") return to(`refused=${added.refusal}`);
    if (!added.ok) throw new Response(null, { status: 404 });
    coverId = added.coverId;
  }
  const found = await setCover({ eventId, coverId, now: new Date() }, actor);
  if (!found) throw new Response(null, { status: 404 });
  return to("done=cover");
}

import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever sees events: leads to a party among those of its event. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await readStaffRequest(request, "events.see");
  const id = rowIdIn(params.id);
  const party = await db().registration.findUnique({ where: { id }, select: { eventId: true } });
  if (!party) throw new Response(null, { status: 404 });
  return redirect(`/admin/events/${party.eventId}/parties?after=${id - 1}#party-${id}`);
}

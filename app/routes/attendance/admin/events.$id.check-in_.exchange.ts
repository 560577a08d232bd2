import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { takeExchange } from "../parts/exchange-request.server.ts";

/** Whoever checks in; nothing to read: the page of the gate sends to it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await readStaffRequest(request, "attendance.mark");
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/** Whoever checks in: lets somebody come in a companion's place. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "attendance.mark");
  return takeExchange(request, rowIdIn(params.id), staff.id);
}

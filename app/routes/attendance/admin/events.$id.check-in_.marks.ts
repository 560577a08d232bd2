import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { takeMarks } from "../parts/marks-request.server.ts";

/** Whoever checks in; nothing to read: a device sends to it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await readStaffRequest(request, "attendance.mark");
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/** Whoever checks in: keeps what their device marked. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "attendance.mark");
  return takeMarks(request, rowIdIn(params.id), { by: staff.id });
}

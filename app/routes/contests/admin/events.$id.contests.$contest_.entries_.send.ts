import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { requireContest } from "../parts/contest-request.server.ts";
import { readEntryForm, takeEntry } from "../parts/entry-request.server.ts";

/** Whoever takes entries; nothing to read: a device sends to it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await readStaffRequest(request, "contests.enter");
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}

/** Whoever takes entries: keeps what their device took, and answers what became of it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "contests.enter");
  const { contest } = await requireContest(params, { drafts: false });
  return Response.json(await takeEntry(await readEntryForm(request), contest, staff.id));
}

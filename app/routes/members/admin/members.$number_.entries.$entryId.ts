import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findStatementLine } from "#app/modules/points/find-statement-line.server.ts";
import { db } from "#app/platform/db.server.ts";
import { EntryId } from "#app/platform/row-id.ts";
import { memberNumberIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever may see a member's statement: leads to the page of it that begins with this entry. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await readStaffRequest(request, "members.statement");
  const entryId = EntryId.safeParse(params.entryId);
  const number = memberNumberIn(params);
  const line = entryId.success ? await findStatementLine(db(), number, entryId.data) : null;
  if (line === null) throw new Response(null, { status: 404 });
  const query = new URLSearchParams({ before: String(line + 1), entry: String(entryId.data) });
  return redirect(`/admin/members/${number}?${query}#entry-${entryId.data}`);
}

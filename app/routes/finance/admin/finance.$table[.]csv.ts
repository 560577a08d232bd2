import type { LoaderFunctionArgs } from "@remix-run/node";
import { financeFile, isFinanceTable } from "#app/modules/finance/finance-file.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFinanceRequest } from "../parts/finance-request.server.ts";

/** Finance and admins: one of the tables as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, asked, time, today } = await readFinanceRequest(request);
  const { table = "" } = params;
  if (!isFinanceTable(table)) throw new Response("No such table", { status: 404 });
  return new Response(await financeFile(db(), table, { asked, today, time, locale }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${table}-${asked.day}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

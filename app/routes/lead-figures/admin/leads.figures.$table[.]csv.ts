import type { LoaderFunctionArgs } from "@remix-run/node";
import { figureFile, isFigureTable } from "#app/modules/lead-figures/figure-file.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFiguresRequest } from "../parts/figures-request.server.ts";

/** Whoever sees how recommendations do: one of the tables as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, filter, time, currency } = await readFiguresRequest(request);
  const { table = "" } = params;
  if (!isFigureTable(table)) throw new Response("No such table", { status: 404 });
  return new Response(await figureFile(db(), table, { filter, time, locale, currency }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="leads-${table}-${filter.from}-${filter.to}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

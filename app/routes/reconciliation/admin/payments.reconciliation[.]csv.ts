import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { readMonth } from "#app/modules/reconciliation/forms.ts";
import { movementsFile } from "#app/modules/reconciliation/movements-file.server.ts";
import { addDays, addMonths, parseDay } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Finance: what moved at Stripe on a day, or in a month, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "payments.reconcile");
  const search = new URL(request.url).searchParams;
  const day = parseDay(search.get("day") ?? "");
  const month = readMonth(search.get("month"));
  const from = day ?? month;
  if (from === null) throw new Response(null, { status: 404 });
  const through = day ?? addDays(addMonths(from, 1), -1);
  const lines = Readable.from(movementsFile(db(), { from, through }, locale), {
    objectMode: false,
  });
  return new Response(createReadableStreamFromReadable(lines), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="stripe-${day ?? from.slice(0, 7)}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { readMonth } from "#app/modules/reconciliation/forms.ts";
import { movementsFile } from "#app/modules/reconciliation/movements-file.server.ts";
import { addDays, addMonths, parseDay } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { streamedCsv } from "#app/platform/http/streamed-csv.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Finance: what moved at Stripe on a day, or in a month, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "payments.reconcile");
  const search = new URL(request.url).searchParams;
  const day = parseDay(search.get("day") ?? "");
  const month = readMonth(search.get("month"));
  const from = day ?? month;
  if (from === null) throw new Response(null, { status: 404 });
  const through = day ?? addDays(addMonths(from, 1), -1);
  return streamedCsv(
    context,
    movementsFile(db(), { from, through }, locale),
    `stripe-${day ?? from.slice(0, 7)}.csv`,
  );
}

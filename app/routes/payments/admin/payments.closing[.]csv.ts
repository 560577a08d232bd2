import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { closingFile } from "#app/modules/payments/closing-file.server.ts";
import { loadClosing } from "#app/modules/payments/load-closing.server.ts";
import { readClosingQuery } from "#app/modules/payments/payment-filter.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever takes money, finance and admins: a day's closing list as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "payments.see");
  const today = clubTime((await loadClub()).timeZone).dayOf(new Date());
  const query = readClosingQuery(new URL(request.url).searchParams, today);
  const { lines } = await loadClosing(db(), query);
  return new Response(closingFile(lines, locale), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="closing-${query.day}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

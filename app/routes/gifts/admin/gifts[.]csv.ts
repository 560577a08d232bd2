import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportGifts } from "#app/modules/gifts/export-gifts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps the gifts: all of them as a file that can be brought in again. */
export async function loader({ request }: LoaderFunctionArgs) {
  await readStaffRequest(request, "gifts.keep");
  return new Response(await exportGifts(db()), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="gifts.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}

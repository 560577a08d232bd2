import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadSheet } from "#app/modules/judging/load-sheet.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps judging: all scores of a contest by number, without a name, for whoever wants to reckon it again. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  await readStaffRequest(request, "judging.keep");
  const contestId = rowIdIn(params.contest);
  const sheet = await loadSheet(db(), rowIdIn(params.id), contestId);
  if (sheet === null) throw new Response(null, { status: 404 });
  return new Response(sheet, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="contest-${contestId}.txt"`,
      "Cache-Control": "no-store",
    },
  });
}

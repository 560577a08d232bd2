import type { LoaderFunctionArgs } from "@remix-run/node";
import { answersFile } from "#app/modules/surveys/answers-file.server.ts";
import { loadAnswerLines } from "#app/modules/surveys/load-comments.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever sees surveys: the answers about an event, as a file; 404 while they are too few for one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "surveys.see");
  const eventId = rowIdIn(params.id);
  const lines = await loadAnswerLines(db(), eventId);
  if (lines === null) throw new Response(null, { status: 404 });
  const { by, address } = actorOf(staff, context);
  await writeAudit(db(), {
    ...{ personId: by, action: "survey.exported", subject: `event:${eventId}`, address },
    detail: { answers: lines.length },
  });
  return new Response(answersFile(lines, t), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="answers.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}

import { readMarks } from "#app/modules/attendance/forms.ts";
import { type MarkedBy, recordMarks } from "#app/modules/attendance/record-marks.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";

/**
 * Takes what a device sends, and answers what became of each mark, as JSON.
 *
 * @throws Response 400 for what no device of ours sends, 404 where there is no such event.
 */
export async function takeMarks(request: Request, eventId: number, by: MarkedBy) {
  const read = readMarks((await readFormFields(request)).get("marks"));
  if (!read) throw new Response(null, { status: 400 });
  const answers =
    read.marks.length === 0 ? [] : await recordMarks({ eventId, marks: read.marks, by });
  if (!answers) throw new Response(null, { status: 404 });
  return Response.json({ answers, unreadable: read.unreadable });
}

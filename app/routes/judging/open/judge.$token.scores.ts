import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readScores } from "#app/modules/judging/forms.ts";
import { loadJudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { saveScores } from "#app/modules/judging/save-scores.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { otherJudgeOn, requireJudge } from "../parts/judge-request.server.ts";

const NOT_KEPT = { headers: { "Cache-Control": "no-store" } };

/** Whoever has a judge's link: what there is to judge now, and what they gave. */
export async function loader({ params }: LoaderFunctionArgs) {
  const judge = await requireJudge(params.token);
  if (judge.state !== "judging") throw new Response(null, { status: 410 });
  return Response.json({ sheet: await loadJudgeSheet(db(), judge) }, NOT_KEPT);
}

/** Whoever has a judge's link: keeps the scores that their page sends, each once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const judge = await requireJudge(params.token);
  const scores = readScores((await readFormFields(request)).get("scores"));
  if (!scores) throw new Response(null, { status: 400 });
  const other = await otherJudgeOn(request, judge);
  if (other) return Response.json({ other: other.name }, { status: 409, ...NOT_KEPT });
  const saved = await saveScores(judge, scores);
  if (!saved.ok) throw new Response(null, { status: 410 });
  const sheet = await loadJudgeSheet(db(), judge);
  return Response.json({ answers: saved.answers, sheet }, NOT_KEPT);
}

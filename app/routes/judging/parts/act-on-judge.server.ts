import type { Actor } from "#app/modules/access/actor.ts";
import { noteConflict, takeConflictBack } from "#app/modules/judging/conflicts.server.ts";
import { correctScores } from "#app/modules/judging/correct-scores.server.ts";
import { excludeJudge, includeJudge } from "#app/modules/judging/exclude-judge.server.ts";
import { JudgeForm, valuesIn } from "#app/modules/judging/forms.ts";
import { renameJudge } from "#app/modules/judging/judge-links.server.ts";
import type { KeptJudgePage } from "#app/modules/judging/load-kept-judging.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";

/** What the page of a judge has words for once it is done. */
export const judgeNews = [
  "corrected",
  "same",
  "excluded",
  "included",
  "renamed",
  "own",
  "not-own",
] as const;

/**
 * Does what the page of a judge was sent.
 *
 * @returns where it leads to, or what was amiss.
 * @throws Response 404 for what is not there any more.
 */
export async function actOnJudge(
  request: Request,
  { contest, judge }: KeptJudgePage,
  eventId: number,
  actor: Actor,
) {
  const fields = await readFormFields(request);
  const form = parseForm(fields, JudgeForm);
  if (form.status !== "success") return { form: form.reply(), refusal: null };
  const of = { contestId: contest.id, judgeId: judge.id };
  const back = (news: (typeof judgeNews)[number]) => ({
    to: `/admin/events/${eventId}/contests/${contest.id}/judges/${judge.id}?done=${news}`,
  });
  const found = (isDone: boolean, news: (typeof judgeNews)[number]) => {
    if (!isDone) throw new Response(null, { status: 404 });
    return back(news);
  };
  const given = form.value;
  switch (given.intent) {
    case "exclude":
      return found(await excludeJudge({ ...of, why: given.why }, actor), "excluded");
    case "include":
      return found(await includeJudge(of, actor), "included");
    case "rename": {
      const renamed = await renameJudge({ ...of, name: given.name }, actor);
      if (renamed.ok) return back("renamed");
      if (renamed.refusal === "no-such-judge") throw new Response(null, { status: 404 });
      return { form: form.reply(), refusal: renamed.refusal };
    }
    case "own":
      return found(await noteConflict({ ...of, entryId: given.entry }, actor), "own");
    case "not-own":
      return found(await takeConflictBack({ ...of, entryId: given.entry }, actor), "not-own");
    case "correct": {
      const values = valuesIn(fields, contest.criteria);
      if (Object.keys(values).length === 0) {
        return { form: form.reply(), refusal: "nothing" as const };
      }
      const what = { ...of, entryId: given.entry, values, reason: given.why };
      const corrected = await correctScores(what, actor);
      if (!corrected.ok) return { form: form.reply(), refusal: corrected.refusal };
      return back(corrected.changed > 0 ? "corrected" : "same");
    }
  }
}

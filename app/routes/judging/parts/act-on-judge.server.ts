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
  const values = valuesIn(fields, contest.criteria);
  /** What is amiss is told at its field; what was typed and chosen stays. */
  const refused = (error = form.reply().error) => ({
    form: { error, initialValue: { ...form.reply().initialValue, ...fieldsOf(values) } },
    refusal: null,
  });
  if (form.status !== "success") return refused();
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
      return refused({ name: ["judging.error.nameTaken"] });
    }
    case "own":
      return found(await noteConflict({ ...of, entryId: given.entry }, actor), "own");
    case "not-own":
      return found(await takeConflictBack({ ...of, entryId: given.entry }, actor), "not-own");
    case "correct": {
      if (Object.keys(values).length === 0) {
        const [first] = contest.criteria;
        return refused({ [`value-${first?.key}`]: ["judging.judge.refused.nothing"] });
      }
      const what = { ...of, entryId: given.entry, values, reason: given.why };
      const corrected = await correctScores(what, actor);
      if (!corrected.ok && corrected.refusal !== "not-judged") {
        return refused({ entry: [`judging.judge.refused.${corrected.refusal}`] });
      }
      if (!corrected.ok) return { ...refused(), refusal: corrected.refusal };
      return back(corrected.changed > 0 ? "corrected" : "same");
    }
  }
}

/** Values by criterion as the fields that hold them. */
const fieldsOf = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`value-${key}`, String(value)]));

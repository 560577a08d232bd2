import { data } from "@remix-run/node";
import { AnswerForm, type TypedAnswer } from "#app/modules/surveys/forms.ts";
import { giveAnswer } from "#app/modules/surveys/give-answer.server.ts";
import type { SurveyAnswer } from "#app/modules/surveys/questions.ts";
import { saidByLetter } from "#app/modules/surveys/said-by-letter.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";

/**
 * Takes what a page of questions sent.
 *
 * @param memberId whose party it has to be; null for whoever has its letter, whose page does not show what was said
 *   before: what they leave empty stays as it was.
 * @returns what was said, or the form with what is wrong with it.
 * @throws Response 404 where nobody was asked.
 */
export async function answerSurvey(
  request: Request,
  { registrationId, memberId }: { registrationId: number; memberId: number | null },
) {
  const form = parseForm(await readFormFields(request), AnswerForm);
  if (form.status !== "success") {
    return { ok: false, answer: data({ form: form.reply(), refusal: null }, 400) } as const;
  }
  const said = memberId === null ? saidByLetter(saidIn(form.value)) : saidIn(form.value);
  const given = await giveAnswer({ registrationId, memberId, said });
  if (given.ok) return { ok: true, intent: form.value.intent, score: said.score } as const;
  const { refusal } = given;
  if (refusal === "not-asked") throw new Response(null, { status: 404 });
  return { ok: false, answer: data({ form: form.reply(), refusal }, 409) } as const;
}

function saidIn(typed: TypedAnswer): Partial<SurveyAnswer> {
  if (typed.intent === "score") return { score: typed.score };
  const { best, recommends, words, ownWords, named } = typed;
  return { best, recommends, words, ownWords, named: named === "yes" };
}

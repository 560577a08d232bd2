import type { SurveyAnswer } from "#app/modules/surveys/questions.ts";
import type { FormReply } from "#app/site/form-errors.ts";
import type { MoreTyped } from "./more-questions.tsx";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** What stands in the fields: what was just typed where it was not taken, and otherwise what was said before. */
export function typedAgain(reply: FormReply | undefined, answer: SurveyAnswer | null): MoreTyped {
  const typed = reply?.initialValue;
  if (typed?.intent === "more") {
    const { best, recommends, words, ownWords, named } = typed;
    return {
      best: [best].flat().map(text),
      ...{ recommends: text(recommends), words: text(words), ownWords: text(ownWords) },
      named: named === "yes",
    };
  }
  return {
    best: answer?.best ?? [],
    recommends: answer?.recommends == null ? "" : String(answer.recommends),
    words: answer?.words ?? "",
    ownWords: answer?.ownWords ?? "",
    named: answer?.named ?? false,
  };
}

import type { EventQuestion } from "#app/modules/events/plan.ts";
import { parseDay } from "#app/platform/club-time.ts";
import type { PartyProblem, TypedAnswers } from "./party.ts";
import type { KeptAnswer } from "./registration.ts";

const LONGEST = 1000;

/**
 * Reads the answers to the questions that are asked of a party, an adult or a child. One that is not asked, since
 * another was answered otherwise or since it is retired, is left out, also where somebody answered it.
 *
 * @param path where the answers are, for what is wrong with them.
 */
export function checkAnswers(
  questions: readonly EventQuestion[],
  of: EventQuestion["of"],
  typed: TypedAnswers,
  path: readonly (string | number)[],
): { kept: KeptAnswer[]; problems: PartyProblem[] } {
  const kept: KeptAnswer[] = [];
  const problems: PartyProblem[] = [];
  for (const question of askedOf(questions, of, typed)) {
    const answer = (typed[question.key] ?? "").trim();
    if (answer === "") {
      if (question.required) {
        problems.push({ path: [...path, question.key], problem: "answer-needed" });
      }
      continue;
    }
    const option = question.options.find(({ key }) => key === answer);
    if (!fits(question, answer)) {
      problems.push({ path: [...path, question.key], problem: "answer-unfit" });
      continue;
    }
    kept.push({
      question: question.key,
      label: question.label,
      answer,
      ...(question.kind === "choice" && option ? { words: option.label } : {}),
    });
  }
  return { kept, problems };
}

/**
 * The answers of somebody who changes their party, with those that they gave before to what is asked no more, since its
 * question was retired or taken out: these stay.
 */
export function withAnswersBefore(
  questions: readonly EventQuestion[],
  now: readonly KeptAnswer[],
  before: readonly KeptAnswer[],
): KeptAnswer[] {
  const asked = new Set(questions.filter(({ retired }) => !retired).map(({ key }) => key));
  return [...now, ...before.filter(({ question }) => !asked.has(question))];
}

/** The questions that are asked, in the plan's order: of those that depend on another, where that is asked as well. */
export function askedOf(
  questions: readonly EventQuestion[],
  of: EventQuestion["of"],
  typed: TypedAnswers,
): EventQuestion[] {
  const possible = questions.filter((each) => each.of === of && !each.retired);
  const isAsked = (question: EventQuestion, seen: readonly string[]): boolean => {
    const { onlyIf } = question;
    if (!onlyIf) return true;
    const other = possible.find(({ key }) => key === onlyIf.question);
    if (!other || seen.includes(other.key) || typed[other.key] !== onlyIf.option) return false;
    return isAsked(other, [...seen, other.key]);
  };
  return possible.filter((question) => isAsked(question, [question.key]));
}

function fits({ kind, options }: EventQuestion, answer: string): boolean {
  if (kind === "choice") return options.some(({ key }) => key === answer);
  if (kind === "number") return /^-?\d{1,9}([.,]\d{1,4})?$/.test(answer);
  if (kind === "date") return parseDay(answer) !== null;
  return answer.length <= LONGEST;
}

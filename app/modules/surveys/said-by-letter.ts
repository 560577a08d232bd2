import type { SurveyAnswer } from "./questions.ts";

/**
 * What somebody says who came by a letter: what they leave empty stays as it was, since the page does not show them
 * what was said before. Whether their name may stand beside words is said of words that they write there: whoever was
 * passed the letter cannot put a name beside what its reader wrote without one.
 */
export function saidByLetter(said: Partial<SurveyAnswer>): Partial<SurveyAnswer> {
  const { score, best, recommends, words, ownWords, named } = said;
  return {
    ...(score && { score }),
    ...((words || ownWords) && { named }),
    ...(best && best.length > 0 && { best }),
    ...(recommends != null && { recommends }),
    ...(words && { words }),
    ...(ownWords && { ownWords }),
  };
}

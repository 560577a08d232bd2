import type { ClubTime } from "#app/platform/club-time.ts";
import { momentText } from "#app/platform/typed-moment.ts";
import type { ContestDraft } from "./draft.ts";

/** A contest as its form shows it, by the form's fields: what `ContestForm` reads, it gives back the same. */
export function typeContest(
  { title, about, terms, brackets, openTo, entriesUntil }: ContestDraft,
  time: ClubTime,
): Record<string, string | string[]> {
  return {
    ...{ titleEn: title.en, titleZh: title.zh, aboutEn: about.en, aboutZh: about.zh },
    ...{ kind: terms.kind, openTo, brackets },
    entriesUntil: entriesUntil ? momentText(entriesUntil, time) : "",
    ...(terms.kind === "measured" && { ...terms, attempts: String(terms.attempts) }),
    ...(terms.kind === "chosen" && { by: terms.by }),
    ...(terms.kind === "pictures" &&
      Object.fromEntries(
        terms.criteria.flatMap(({ name, weight }, place) => [
          [`criterionEn${place + 1}`, name.en],
          [`criterionZh${place + 1}`, name.zh],
          [`weight${place + 1}`, String(weight)],
        ]),
      )),
  };
}

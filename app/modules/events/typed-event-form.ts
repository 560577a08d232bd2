import { typedText } from "#app/platform/typed-text.ts";
import {
  type EventChoice,
  type EventField,
  type EventList,
  eventChoices,
  eventFields,
  eventLists,
  MOST_OPTIONS,
  MOST_ROWS,
  optionFields,
  type TypedEvent,
  type TypedOption,
} from "./typed-event.ts";

/**
 * What was typed into the form of an event. Rows of its tables are called `sessions.0.nameEn`, answers to choose from
 * `questions.1.options.0.labelEn`; a row is there where its key is. What no database keeps is left out: a draft is kept
 * before anybody has judged it.
 */
export function typedEventOf(form: FormData): TypedEvent {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? typedText(value.replace(/\r\n?/g, "\n")) : "";
  };
  const rows = <List extends EventList>(list: List) =>
    rowsIn(form, list, MOST_ROWS[list]).map((path) =>
      Object.fromEntries(eventLists[list].map((field) => [field, text(`${path}.${field}`)])),
    );
  const chosen = (name: string) =>
    form.getAll(name).flatMap((value) => (typeof value === "string" ? typedText(value) : []));
  const options = (path: string) =>
    rowsIn(form, `${path}.options`, MOST_OPTIONS).map(
      (at) =>
        Object.fromEntries(
          optionFields.map((field) => [field, text(`${at}.${field}`)]),
        ) as TypedOption,
    );
  const questions = rowsIn(form, "questions", MOST_ROWS.questions);
  return {
    ...(Object.fromEntries(eventFields.map((field) => [field, text(field)])) as Record<
      EventField,
      string
    >),
    ...(Object.fromEntries(eventChoices.map((field) => [field, chosen(field)])) as Record<
      EventChoice,
      string[]
    >),
    sessions: rows("sessions") as TypedEvent["sessions"],
    brackets: rows("brackets") as TypedEvent["brackets"],
    limits: rows("limits") as TypedEvent["limits"],
    questions: rows("questions").map((row, index) => ({
      ...row,
      options: options(String(questions[index])),
    })) as TypedEvent["questions"],
    agreements: rows("agreements") as TypedEvent["agreements"],
  };
}

const KEY = /^[a-z0-9]{1,24}$/;

/** The rows that a form has of a list, in order: a key that names a second row, or is none, is of no browser. */
function rowsIn(form: FormData, list: string, most: number): string[] {
  const seen = new Set<string>();
  return Array.from({ length: most }, (_, index) => `${list}.${index}`).filter((path) => {
    const key = form.get(`${path}.key`);
    if (typeof key !== "string" || !KEY.test(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

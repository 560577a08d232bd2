import {
  type EventList,
  eventLists,
  MOST_OPTIONS,
  MOST_ROWS,
  nextKey,
  optionFields,
  type TypedEvent,
  type TypedOption,
  type TypedRow,
} from "./typed-event.ts";

/**
 * A row added to a table of the form or taken out of it, where `options` are a question's answers; or a retired question
 * that is asked again.
 */
export type RowAct =
  | { act: "ask"; list: "questions"; at: number }
  | { act: "add" | "remove"; list: EventList; at: number }
  | { act: "add" | "remove"; list: "options"; of: number; at: number };

/** How a button of the form says it: `add.sessions.0`, `remove.options.1.2`, `ask.questions.3`. */
export const rowActText = (act: RowAct): string =>
  act.list === "options"
    ? `${act.act}.options.${act.of}.${act.at}`
    : `${act.act}.${act.list}.${act.at}`;

/** What a button of the form says; null where it says something else. */
export function readRowAct(text: unknown): RowAct | null {
  const match = /^(add|remove|ask)\.([a-z]+)\.(\d{1,2})(?:\.(\d{1,2}))?$/.exec(String(text));
  if (!match) return null;
  const act = match[1] as RowAct["act"];
  if (act === "ask") {
    return match[2] === "questions" ? { act, list: "questions", at: Number(match[3]) } : null;
  }
  if (match[2] === "options") {
    return { act, list: "options", of: Number(match[3]), at: Number(match[4] ?? 0) };
  }
  const list = (Object.keys(eventLists) as EventList[]).find((each) => each === match[2]);
  return list ? { act, list, at: Number(match[3]) } : null;
}

const PREFIX: Record<EventList, string> = {
  sessions: "s",
  brackets: "b",
  limits: "l",
  questions: "q",
  agreements: "a",
};

/** What a new row begins with. */
const FIRST: { [List in EventList]: Partial<TypedRow<List>> } = {
  sessions: {},
  brackets: {},
  limits: { unit: "people" },
  questions: { kind: "text", of: "party" },
  agreements: {},
};

/** The form after it. A table that is full stays as it is, and so does what is not there. */
export function withRowAct(typed: TypedEvent, act: RowAct): TypedEvent {
  if (act.list === "options") return withOptionAct(typed, act);
  if (act.act === "ask") return askAgain(typed, act.at);
  const { list, at } = act;
  const rows: readonly { key: string }[] = typed[list];
  if (act.act === "remove") return { ...typed, [list]: rows.filter((_, index) => index !== at) };
  if (rows.length >= MOST_ROWS[list]) return typed;
  const row = {
    ...Object.fromEntries(eventLists[list].map((field) => [field, ""])),
    ...FIRST[list],
    ...(list === "questions" && { options: [] }),
    key: nextKey(PREFIX[list], rows),
  };
  return { ...typed, [list]: [...rows, row] };
}

/** A retired question is one of the form's again; what was answered to it is found by its key. */
const askAgain = (typed: TypedEvent, at: number): TypedEvent => ({
  ...typed,
  questions: typed.questions.map((question, index) =>
    index === at ? { ...question, retired: "" } : question,
  ),
});

function withOptionAct(
  typed: TypedEvent,
  { act, of, at }: Extract<RowAct, { list: "options" }>,
): TypedEvent {
  const questions = typed.questions.map((question, index) => {
    if (index !== of) return question;
    const { options } = question;
    if (act === "remove") {
      return { ...question, options: options.filter((_, place) => place !== at) };
    }
    if (options.length >= MOST_OPTIONS) return question;
    const option = {
      ...Object.fromEntries(optionFields.map((field) => [field, ""])),
      key: nextKey("o", options),
    } as TypedOption;
    return { ...question, options: [...options, option] };
  });
  return { ...typed, questions };
}

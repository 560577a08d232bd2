import { expect, test } from "vitest";
import { aTypedEvent } from "../../../tests/support/events.ts";
import { readRowAct, rowActText, withRowAct } from "./row-acts.ts";
import { MOST_ROWS, type TypedEvent } from "./typed-event.ts";
import { typedEventOf } from "./typed-event-form.ts";

/** What a browser sends of a form that shows this event. */
function formOf(typed: TypedEvent): FormData {
  const form = new FormData();
  const put = (value: unknown, name: string) => {
    if (typeof value === "string") form.append(name, value);
    else if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) {
        put(each, typeof each === "string" ? name : `${name}.${index}`);
      }
    } else {
      for (const [field, each] of Object.entries(value as object)) put(each, `${name}.${field}`);
    }
  };
  for (const [field, value] of Object.entries(typed)) put(value, field);
  return form;
}

const acts = ["add.questions.0", "add.options.0.0", "add.options.0.0", "add.sessions.0"];
const withAll = acts.reduce(
  (typed, text) => {
    const act = readRowAct(text);
    if (!act) throw new Error(text);
    expect(rowActText(act)).toBe(text);
    return withRowAct(typed, act);
  },
  aTypedEvent({ storeIds: ["1", "3"] }),
);

test("what a form shows is what is read of it", () => {
  expect(typedEventOf(formOf(withAll))).toEqual(withAll);
});

test("a row that was taken out leaves its key to nobody that stands behind it", () => {
  const acted = (typed: TypedEvent, text: string) =>
    withRowAct(typed, readRowAct(text) as NonNullable<ReturnType<typeof readRowAct>>);
  const [first, second] = withAll.questions[0]?.options ?? [];
  expect([first?.key, second?.key]).toEqual(["o1", "o2"]);
  const fewer = acted(withAll, "remove.options.0.0");
  expect(acted(fewer, "add.options.0.0").questions[0]?.options.map(({ key }) => key)).toEqual([
    "o2",
    "o3",
  ]);
});

test("a table that is full grows no further, and a row that is not there is not taken out", () => {
  let typed = withAll;
  for (let count = 0; count < 20; count++) {
    typed = withRowAct(typed, { act: "add", list: "sessions", at: 0 });
  }
  expect(typed.sessions).toHaveLength(MOST_ROWS.sessions);
  expect(withRowAct(typed, { act: "remove", list: "sessions", at: 40 })).toEqual(typed);
});

test.each(["save", "add.everything.0", "add.sessions", "remove.options.1000.0", null])(
  "%s is no act on a row",
  (text) => {
    expect(readRowAct(text)).toBeNull();
  },
);

test("a row without a key, or with another's, is not read", () => {
  const form = formOf(withAll);
  form.set("sessions.1.key", "s1");
  form.set("sessions.2.key", "<script>");
  form.set("sessions.3.nameEn", "Nothing");
  expect(typedEventOf(form).sessions).toHaveLength(1);
});

test("what no database keeps is no part of a draft", () => {
  const form = formOf(withAll);
  form.set("titleEn", " Tyres\u0000 and fluids ");
  form.set("programmes", "ho\u0000me");
  expect(typedEventOf(form)).toMatchObject({ titleEn: "Tyres and fluids", programmes: ["home"] });
});

test("a retired question is asked again as it was, and only a question can be", () => {
  const typed = aTypedEvent({
    questions: (withAll.questions ?? []).map((question) => ({ ...question, retired: "on" })),
  });
  expect(readRowAct("ask.sessions.0")).toBeNull();
  const act = readRowAct("ask.questions.0");
  if (!act) throw new Error("It is no act.");
  expect(rowActText(act)).toBe("ask.questions.0");
  expect(withRowAct(typed, act)).toEqual({ ...typed, questions: withAll.questions });
});

import type { EventReader } from "./event-issues.ts";
import type { EventAgreement, EventQuestion } from "./plan.ts";
import { optionsBefore, type TypedEvent } from "./typed-event.ts";

const LABEL_AT_MOST = 200;
const OPTION_AT_MOST = 80;
const AGREEMENT_AT_MOST = 6_000;

/** What is asked. One that follows from another follows from a choice above it that is asked of the same. */
export function readQuestions(read: EventReader, typed: TypedEvent): EventQuestion[] {
  return typed.questions.map((row, index) => {
    const path = `questions.${index}.`;
    const kind = read.oneOf(`${path}kind`, ["text", "choice", "number", "date"], row.kind);
    const label = read.both("label", row, { path, most: LABEL_AT_MOST, needed: true });
    const of = read.oneOf(`${path}of`, ["party", "adult", "child"], row.of);
    const options =
      kind !== "choice"
        ? []
        : row.options.map((option, at) => ({
            key: option.key,
            label: read.both("label", option, {
              path: `${path}options.${at}.`,
              most: OPTION_AT_MOST,
              needed: true,
            }),
          }));
    if (kind === "choice" && options.length < 2) read.wrong(`${path}kind`, "options");
    const known = optionsBefore(typed, index).some(({ value }) => value === row.onlyIf);
    if (row.onlyIf !== "" && !known) read.wrong(`${path}onlyIf`, "onlyIf");
    const [question = "", option = ""] = row.onlyIf.split(":");
    return {
      key: row.key,
      kind,
      of,
      label,
      options,
      required: row.required !== "",
      onlyIf: known ? { question, option } : null,
      retired: row.retired !== "",
    };
  });
}

/**
 * The questions of a plan that changes, with those that were taken out of it although somebody has answered them: they
 * are retired, and asked of nobody any more.
 */
export function withRetired(
  before: readonly EventQuestion[],
  after: readonly EventQuestion[],
  answered: ReadonlySet<string>,
): EventQuestion[] {
  const out = before.filter(
    ({ key }) => answered.has(key) && !after.some((question) => question.key === key),
  );
  return [
    ...after,
    ...out.map((question) => ({ ...question, retired: true, required: false, onlyIf: null })),
  ];
}

/**
 * What must be agreed to. A version goes up when the words change, so that it can be said years later which of them
 * somebody agreed to.
 *
 * @param before those of the plan that holds; none of a draft.
 */
export function readAgreements(
  read: EventReader,
  typed: TypedEvent,
  before: readonly EventAgreement[],
): EventAgreement[] {
  return typed.agreements.map((row, index) => {
    const path = `agreements.${index}.`;
    const name = read.both("name", row, { path, most: LABEL_AT_MOST, needed: true });
    const text = read.both("text", row, { path, most: AGREEMENT_AT_MOST, needed: true });
    const held = before.find(({ key }) => key === row.key);
    const same = held?.text.en === text.en && held.text.zh === text.zh;
    return { key: row.key, name, text, version: held ? held.version + (same ? 0 : 1) : 1 };
  });
}

import type { EventIssues } from "#app/modules/events/event-issues.ts";
import { type EventField, eventFields, type TypedEvent } from "#app/modules/events/typed-event.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CheckIcon } from "#app/ui/icons.tsx";

interface EventChecklistProps {
  issues: EventIssues;
  /** The page with the form, where it is another one. */
  at?: string;
}

/** What is missing or wrong, each line a way to its field. */
export function EventChecklist({ issues, at = "" }: EventChecklistProps) {
  const t = useT();
  const lines = Object.entries(issues);
  if (lines.length === 0) {
    return (
      <p className="flex items-start gap-2 text-accent">
        <CheckIcon size={18} className="mt-0.5 flex-none" />
        {t("eventKeeping.checklist.done")}
      </p>
    );
  }
  return (
    <>
      <p className="mb-2 text-ink-soft">
        {t("eventKeeping.checklist.lead", { count: lines.length })}
      </p>
      <ul className="grid gap-1.5">
        {lines.map(([name, issue]) => (
          <li key={name} className="text-[0.9375rem] leading-snug">
            <a href={`${at}#${name}`} className="text-accent underline">
              {fieldWords(t, name)}
            </a>
            <span className="block text-ink-soft">{t(`eventKeeping.issue.${issue}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const ROW_WORDS = {
  sessions: "eventKeeping.sessionNumbered",
  brackets: "eventKeeping.bracketNumbered",
  limits: "eventKeeping.limitNumbered",
  questions: "eventKeeping.questionNumbered",
  agreements: "eventKeeping.agreementNumbered",
} as const;

const TABLE_WORDS = {
  sessions: "eventKeeping.sessions",
  brackets: "eventKeeping.brackets",
  limits: "eventKeeping.part.places",
  questions: "eventKeeping.part.questions",
  agreements: "eventKeeping.part.agreements",
} as const;

const isRow = (name: string): name is keyof typeof ROW_WORDS => name in ROW_WORDS;
const isField = (name: string): name is EventField => eventFields.some((field) => field === name);

/** What a field of the form is called: `titleEn`, `sessions.1.nameZh`, or a whole table of it. */
export function fieldWords(t: Translate, name: keyof TypedEvent | string): string {
  if (isField(name)) return t(`eventKeeping.field.${name}`);
  if (name === "programmes" || name === "storeIds" || name === "consents") {
    return t(`eventKeeping.field.${name}`);
  }
  const [list = "", index = "", field = ""] = name.split(".");
  if (!isRow(list)) return name;
  if (index === "") return t(TABLE_WORDS[list]);
  const row = t(ROW_WORDS[list], { number: Number(index) + 1 });
  const part = field === "options" ? (name.split(".").at(-1) ?? "") : field;
  return t("eventKeeping.rowField", {
    row,
    field: t(`eventKeeping.row.${part as "nameEn"}`),
  });
}

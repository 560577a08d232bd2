import type { EventQuestion } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { usePartyForm } from "./party-form-state.ts";

interface QuestionFieldsProps {
  of: EventQuestion["of"];
  /** What the names of their fields begin with. */
  prefix: string;
}

/**
 * What the event asks of the party or of one of its people. Without scripts those that depend on another are there
 * and say so; what is answered needlessly is not kept.
 */
export function QuestionFields({ of, prefix }: QuestionFieldsProps) {
  const { questionsOf } = usePartyForm();
  return questionsOf(of, prefix).map((question) => (
    <QuestionField key={question.key} question={question} name={prefix + question.key} />
  ));
}

function QuestionField({ question, name }: { question: EventQuestion; name: string }) {
  const { t, was, errorsOf, isLive, plan } = usePartyForm();
  const { kind, options, required, onlyIf } = question;
  const field = {
    id: name,
    name,
    label: inLanguage(t.locale, question.label),
    optional: required ? undefined : t("registrations.optional"),
    hint: onlyIf && !isLive ? dependsOn(onlyIf) : undefined,
    defaultValue: was(name) ?? "",
    errors: errorsOf(name),
  };
  if (kind === "choice") {
    return (
      <Select
        {...field}
        options={[
          { value: "", label: t("registrations.question.choose") },
          ...options.map(({ key, label }) => ({ value: key, label: inLanguage(t.locale, label) })),
        ]}
      />
    );
  }
  if (kind === "text") return <Textarea {...field} rows={2} maxLength={1000} />;
  if (kind === "number") return <Input {...field} inputMode="decimal" />;
  return <Input {...field} type="date" />;

  function dependsOn({ question: key, option }: { question: string; option: string }): string {
    const other = plan.questions.find((each) => each.key === key);
    const chosen = other?.options.find((each) => each.key === option);
    return t("registrations.question.onlyIf", {
      option: chosen ? inLanguage(t.locale, chosen.label) : option,
    });
  }
}

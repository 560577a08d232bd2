import type { EventQuestion } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import type { WalkInPlan } from "./walk-in-page.tsx";

interface WalkInQuestionsProps {
  plan: WalkInPlan;
  typed: (name: string) => string | undefined;
}

/** The event's own questions, each asked once for everybody whom it is about, and what a guardian agrees to. */
export function WalkInQuestions({ plan, typed }: WalkInQuestionsProps) {
  const { t } = useWords();
  return (
    <>
      {plan.questions
        .filter(({ retired }) => !retired)
        .map((question) => (
          <Question
            key={question.key}
            question={question}
            typed={typed(`question-${question.key}`)}
          />
        ))}
      {plan.consents.length > 0 && (
        <fieldset>
          <legend className="mb-1 font-semibold">{t("attendance.walkIn.consents")}</legend>
          {plan.consents.map((consent) => (
            <label key={consent} className="flex cursor-pointer gap-3 py-2.5">
              <input type="checkbox" name="consents" value={consent} className="check" />
              {t(`attendance.walkIn.consent.${consent}`)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

function Question({ question, typed }: { question: EventQuestion; typed: string | undefined }) {
  const { t, locale } = useWords();
  const { key, kind, options } = question;
  const field = {
    id: `question-${key}`,
    name: `question-${key}`,
    label: inLanguage(locale, question.label),
    defaultValue: typed,
    ...(!question.required && { optional: t("attendance.walkIn.optional") }),
  };
  if (kind === "choice") {
    const choices = options.map((option) => ({
      value: option.key,
      label: inLanguage(locale, option.label),
    }));
    return <Select {...field} options={[{ value: "", label: "–" }, ...choices]} />;
  }
  if (kind === "date") return <Input {...field} type="date" />;
  return (
    <Input {...field} inputMode={kind === "number" ? "numeric" : undefined} autoComplete="off" />
  );
}

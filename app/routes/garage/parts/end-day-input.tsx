import type { EndedHolding } from "#app/modules/garage/end-holding.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Input } from "#app/ui/input.tsx";

export type EndAnswer = {
  form: {
    initialValue?: Record<string, unknown> | null;
    error?: Record<string, string[] | null> | null;
  };
  refused: Extract<EndedHolding, { ok: false }> | null;
};

interface EndDayInputProps {
  label: string;
  today: Day;
  answer: EndAnswer | undefined;
}

/** The last day on which a car was somebody's, and what is wrong with it. */
export function EndDayInput({ label, today, answer }: EndDayInputProps) {
  const t = useT();
  const figures = useFigures();
  const refused = answer?.refused;
  const errors = refused
    ? [
        refused.refusal === "visit-after"
          ? t("car.end.visit-after", { day: figures.calendarDay(refused.day) })
          : t(`car.end.${refused.refusal}`),
      ]
    : formErrors(answer?.form, t).day;
  return (
    <Input
      id="day"
      name="day"
      type="date"
      required
      max={today}
      className="max-w-60"
      label={label}
      defaultValue={String(answer?.form.initialValue?.day ?? today)}
      errors={errors}
    />
  );
}

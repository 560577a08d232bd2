import { Form, useNavigation } from "@remix-run/react";
import type { RecordedReading } from "#app/modules/odometer/record-reading.server.ts";
import type { Day } from "#app/platform/club-time.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input } from "#app/ui/input.tsx";

type Refused = Extract<RecordedReading, { ok: false }>;

interface OdometerFormProps {
  today: Day;
  answer:
    | {
        form: {
          initialValue?: Record<string, unknown> | null;
          error?: Record<string, string[] | null> | null;
        };
        refused: Refused | null;
      }
    | undefined;
}

/** A reading and its day; one that goes against the log wants a clear word, which is asked for then. */
export function OdometerForm({ today, answer }: OdometerFormProps) {
  const t = useT();
  const figures = useFigures();
  const pending = useNavigation().state === "submitting";
  const refused = answer?.refused;
  const errors = formErrors(answer?.form, t);
  const typed = (name: string) => answer?.form.initialValue?.[name];

  function refusalWords(refusal: Refused): string {
    if (!("other" in refusal)) return t(`car.odo.refused.${refusal.refusal}`);
    const { day, km } = refusal.other;
    return t(`car.odo.refused.${refusal.refusal}`, {
      day: figures.calendarDay(day),
      km: figures.points(km),
    });
  }
  const isDay = refused?.refusal === "in-future" || refused?.refusal === "before-yours";
  const said = refused ? [refusalWords(refused)] : undefined;
  return (
    <Form method="post" className="grid max-w-xl gap-5 xs:grid-cols-2">
      <Input
        id="km"
        name="km"
        inputMode="numeric"
        autoComplete="off"
        required
        maxLength={12}
        label={t("car.odo.km")}
        defaultValue={String(typed("km") ?? "")}
        errors={isDay ? errors.km : (said ?? errors.km)}
      />
      <Input
        id="day"
        name="day"
        type="date"
        required
        max={today}
        label={t("car.odo.day")}
        defaultValue={String(typed("day") ?? today)}
        errors={isDay ? said : errors.day}
      />
      {refused && ("other" in refused || refused.refusal === "high") && (
        <Checkbox id="sure" name="sure" label={t("car.odo.sure")} className="xs:col-span-2" />
      )}
      <Button className="justify-self-start xs:col-span-2" pending={pending}>
        {t("car.odo.submit")}
      </Button>
    </Form>
  );
}

import type { ReactNode } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { FieldErrors } from "#app/ui/field.tsx";

/** Minutes after midnight as a clock shows them, such as `09:00`. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

interface WeekdayBoxesProps {
  legend: string;
  ticked: readonly string[];
  errors?: string[];
}

/** Which days of the week are worked. */
export function WeekdayBoxes(props: WeekdayBoxesProps) {
  const t = useT();
  return (
    <Boxes
      name="workingDays"
      options={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => [
        String(day),
        t(`club.weekday.${day}`),
      ])}
      {...props}
    />
  );
}

interface BoxesProps {
  name: string;
  legend: string;
  options: (readonly [value: string, label: ReactNode])[];
  ticked: readonly string[];
  errors?: string[];
}

/** Some of a few, each with its box. */
export function Boxes({ name, legend, options, ticked, errors }: BoxesProps) {
  return (
    <fieldset aria-describedby={errors?.length ? `${name}-error` : undefined}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {options.map(([value, label]) => (
          <label key={value} className="flex cursor-pointer items-center gap-2 py-1">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="check"
            />
            {label}
          </label>
        ))}
      </div>
      <FieldErrors id={name} errors={errors} />
    </fieldset>
  );
}

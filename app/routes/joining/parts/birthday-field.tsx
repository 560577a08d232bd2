import { useT } from "#app/platform/words/words.tsx";
import { FieldErrors } from "#app/ui/field.tsx";

interface BirthdayFieldProps {
  /** The twelve months by name. */
  months: readonly string[];
  typed: (field: "birthMonth" | "birthDay") => string;
  errors?: string[];
}

const DAYS = Array.from({ length: 31 }, (_, day) => String(day + 1));

/** A month and a day of it; the year is nobody's business. */
export function BirthdayField({ months, typed, errors }: BirthdayFieldProps) {
  const t = useT();
  const wrong = errors?.length ? true : undefined;
  return (
    <fieldset aria-describedby={wrong && "birthDay-error"}>
      <legend className="mb-2 text-ink-soft">{t("join.birthdayLead")}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-2">
        <select
          name="birthMonth"
          aria-label={t("join.birthMonth")}
          aria-invalid={wrong}
          defaultValue={typed("birthMonth")}
          className="control"
        >
          <option value="">{t("join.birthMonth")}</option>
          {months.map((month, index) => (
            <option key={month} value={index + 1}>
              {month}
            </option>
          ))}
        </select>
        <select
          name="birthDay"
          aria-label={t("join.birthDay")}
          aria-invalid={wrong}
          defaultValue={typed("birthDay")}
          className="control"
        >
          <option value="">{t("join.birthDay")}</option>
          {DAYS.map((day) => (
            <option key={day}>{day}</option>
          ))}
        </select>
      </div>
      <FieldErrors id="birthDay" errors={errors} />
    </fieldset>
  );
}

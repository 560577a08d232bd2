import { createContext, type ReactNode, useContext } from "react";
import type { EventIssues } from "#app/modules/events/event-issues.ts";
import type { DatesBefore, EventField, TypedEvent } from "#app/modules/events/typed-event.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";

interface EventFormContext {
  typed: TypedEvent;
  /** Said at the fields once somebody has tried to publish. */
  issues: EventIssues;
  /** The dates that went with a beginning, and whether registering has opened since. */
  dates: { before: DatesBefore | null; isOpen: boolean };
}

const Context = createContext<EventFormContext | null>(null);

export function EventFormProvider({
  children,
  ...value
}: EventFormContext & { children: ReactNode }) {
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The event that is typed, and what is wrong with its fields. */
export function useEventForm() {
  const form = useContext(Context);
  if (!form) throw new Error("A field of an event stands outside of its form.");
  const t = useT();
  const errorsOf = (name: string) => {
    const issue = form.issues[name];
    return issue && [t(`eventKeeping.issue.${issue}`)];
  };
  return { ...form, t, errorsOf };
}

type Rest = Omit<Partial<Parameters<typeof Input>[0]>, "id" | "name">;

/** One line of text. */
export function EventLine({ field, ...rest }: { field: EventField } & Rest) {
  const { typed, t, errorsOf } = useEventForm();
  return (
    <Input
      id={field}
      name={field}
      autoComplete="off"
      label={t(`eventKeeping.field.${field}`)}
      defaultValue={typed[field]}
      errors={errorsOf(field)}
      {...rest}
    />
  );
}

/** A number that may be left out. */
export function EventNumber({ field, ...rest }: { field: EventField } & Rest) {
  return <EventLine field={field} inputMode="numeric" maxLength={12} {...rest} />;
}

/** A moment on the club's clock. */
export function EventMoment({ field, ...rest }: { field: EventField } & Rest) {
  return <EventLine field={field} type="datetime-local" {...rest} />;
}

export function EventTick({ field, hint }: { field: EventField; hint?: string }) {
  const { typed, t, errorsOf } = useEventForm();
  return (
    <Checkbox
      id={field}
      name={field}
      label={t(`eventKeeping.field.${field}`)}
      hint={hint}
      defaultChecked={typed[field] !== ""}
      errors={errorsOf(field)}
    />
  );
}

interface EventSelectProps {
  field: EventField;
  options: { value: string; label: string }[];
}

export function EventSelect({ field, options }: EventSelectProps) {
  const { typed, t, errorsOf } = useEventForm();
  return (
    <Select
      id={field}
      name={field}
      label={t(`eventKeeping.field.${field}`)}
      defaultValue={typed[field]}
      options={options}
      errors={errorsOf(field)}
    />
  );
}

type BothName =
  | "title"
  | "summary"
  | "about"
  | "programme"
  | "gives"
  | "place"
  | "address"
  | "organiser";

interface EventBothProps {
  name: BothName;
  /** Several lines of text, so many high. */
  rows?: number;
  most: number;
  hint?: string;
  optional?: boolean;
}

/** The same in both languages, side by side. */
export function EventBoth({ name, rows, most, hint, optional }: EventBothProps) {
  const { typed, t, errorsOf } = useEventForm();
  return (
    <>
      {(["En", "Zh"] as const).map((language) => {
        const field = `${name}${language}` as const;
        const props = {
          id: field,
          name: field,
          lang: language === "En" ? "en" : "zh-CN",
          label: t(`eventKeeping.field.${field}`),
          optional: optional ? t("eventKeeping.optional") : undefined,
          hint,
          defaultValue: typed[field],
          errors: errorsOf(field),
          maxLength: most,
        };
        return rows ? (
          <Textarea key={field} rows={rows} {...props} />
        ) : (
          <Input key={field} autoComplete="off" {...props} />
        );
      })}
    </>
  );
}

interface EventChosenProps {
  field: "programmes" | "storeIds" | "consents";
  options: { value: string; label: string }[];
}

/** Any of several. */
export function EventChosen({ field, options }: EventChosenProps) {
  const { typed, t } = useEventForm();
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t(`eventKeeping.field.${field}`)}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="flex cursor-pointer gap-3 py-1.5">
          <input
            type="checkbox"
            name={field}
            value={value}
            defaultChecked={typed[field].includes(value)}
            className="check"
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

import type { MouseEvent, ReactNode } from "react";
import { createContext, useContext } from "react";
import { type RowAct, rowActText } from "#app/modules/events/row-acts.ts";
import type { EventList } from "#app/modules/events/typed-event.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { PlusIcon } from "#app/ui/icons.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { useEventForm } from "./event-field.tsx";

/** Adds a row or takes one out in place; without a script the button sends the form, and the server does it. */
export const RowActs = createContext<(act: RowAct, form: HTMLFormElement | null) => void>(() => {});

interface RowButtonProps {
  act: RowAct;
  children: ReactNode;
  /** What is added or taken out, where the button does not say it. */
  label?: string;
}

export function RowButton({ act, children, label }: RowButtonProps) {
  const run = useContext(RowActs);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    run(act, event.currentTarget.form);
  };
  return (
    <Button
      name="intent"
      value={rowActText(act)}
      look="bare"
      aria-label={label}
      onClick={press}
      icon={act.act === "add" ? <PlusIcon size={18} /> : undefined}
    >
      {children}
    </Button>
  );
}

interface EventRowsProps<List extends EventList> {
  list: List;
  /** What a row is called: "Session 2". */
  nameOf: (number: number) => string;
  add: string;
  /** Whether a row stays: what people have answered is not taken out. */
  stays?: (index: number) => boolean;
  children: (path: string, index: number) => ReactNode;
}

/** A table of the form: its rows, and a button for one more. */
export function EventRows<List extends EventList>({
  list,
  nameOf,
  add,
  stays,
  children,
}: EventRowsProps<List>) {
  const { typed, t } = useEventForm();
  const rows: readonly { key: string }[] = typed[list];
  return (
    <div id={`${list}-rows`}>
      {rows.map(({ key }, index) => (
        <fieldset key={key} className="border-b border-rule py-3 first:pt-0">
          <legend className="sr-only">{nameOf(index + 1)}</legend>
          <input type="hidden" name={`${list}.${index}.key`} value={key} />
          {children(`${list}.${index}`, index)}
          {!stays?.(index) && (
            <div className="mt-1 flex justify-end">
              <RowButton
                act={{ act: "remove", list, at: index }}
                label={t("eventKeeping.removeNamed", { name: nameOf(index + 1) })}
              >
                {t("eventKeeping.remove")}
              </RowButton>
            </div>
          )}
        </fieldset>
      ))}
      <div className="mt-2">
        <RowButton act={{ act: "add", list, at: rows.length }}>{add}</RowButton>
      </div>
    </div>
  );
}

type RowField =
  | "nameEn"
  | "nameZh"
  | "startsAt"
  | "endsAt"
  | "ageFrom"
  | "ageTo"
  | "unit"
  | "session"
  | "bracket"
  | "most"
  | "kind"
  | "of"
  | "labelEn"
  | "labelZh"
  | "onlyIf"
  | "required"
  | "textEn"
  | "textZh";

interface RowFieldProps {
  path: string;
  field: RowField;
  value: string;
}

function useRowField({ path, field }: RowFieldProps) {
  const { t, errorsOf } = useEventForm();
  const name = `${path}.${field}`;
  const lang = field.endsWith("En") ? "en" : field.endsWith("Zh") ? "zh-CN" : undefined;
  return {
    id: name,
    name,
    lang,
    label: t(`eventKeeping.row.${field}`),
    errors: errorsOf(name),
  };
}

export function RowLine({
  value,
  rest,
  ...field
}: RowFieldProps & { rest?: Omit<Partial<Parameters<typeof Input>[0]>, "id"> }) {
  return (
    <Input
      autoComplete="off"
      {...useRowField({ value, ...field })}
      defaultValue={value}
      {...rest}
    />
  );
}

export function RowText({
  value,
  rows,
  most,
  ...field
}: RowFieldProps & { rows: number; most: number }) {
  return (
    <Textarea
      rows={rows}
      maxLength={most}
      {...useRowField({ value, ...field })}
      defaultValue={value}
    />
  );
}

export function RowSelect({
  value,
  options,
  ...field
}: RowFieldProps & { options: { value: string; label: string }[] }) {
  return <Select {...useRowField({ value, ...field })} defaultValue={value} options={options} />;
}

export function RowTick({ value, ...field }: RowFieldProps) {
  const { lang: _, ...rest } = useRowField({ value, ...field });
  return <Checkbox {...rest} defaultChecked={value !== ""} />;
}

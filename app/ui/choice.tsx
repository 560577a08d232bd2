import type { InputHTMLAttributes, ReactNode } from "react";
import { FieldErrors, type FieldProps, wireControl } from "./field.tsx";

type CheckboxProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "type">;

/** A single yes. The whole line can be pressed. */
export function Checkbox({ id, label, hint, errors, className, ...rest }: CheckboxProps) {
  return (
    <div className={className}>
      <div className="flex gap-3 py-2">
        <input
          type="checkbox"
          {...rest}
          {...wireControl({ id, label, hint, errors })}
          className="check"
        />
        <div className="min-w-0 flex-1">
          <label htmlFor={id} className="block">
            {label}
          </label>
          {hint && (
            <p id={`${id}-hint`} className="text-[0.9375rem] leading-snug text-ink-soft">
              {hint}
            </p>
          )}
        </div>
      </div>
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

interface ChoicesProps {
  /** Also the start of each option's id. */
  name: string;
  legend: ReactNode;
  options: { value: string; label: ReactNode; hint?: ReactNode }[];
  defaultValue?: string;
  errors?: readonly string[];
}

/** One of two to five, all in sight. */
export function Choices({ name, legend, options, defaultValue, errors }: ChoicesProps) {
  return (
    <fieldset aria-describedby={errors?.length ? `${name}-error` : undefined}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {options.map(({ value, label, hint }) => (
        <label key={value} className="flex cursor-pointer gap-3 py-2.5">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            className="check"
          />
          <span>
            {label}
            {hint && <span className="block text-[0.9375rem] text-ink-soft">{hint}</span>}
          </span>
        </label>
      ))}
      <FieldErrors id={name} errors={errors} />
    </fieldset>
  );
}

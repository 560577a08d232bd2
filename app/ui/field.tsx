import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { RefusalIcon } from "./icons.tsx";

/** What a control needs to be tied to its label, hint and errors. Spread it onto the control. */
export interface ControlWiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  /** A page that comes whole begins at the first field that is wrong; within a page that is `FocusWrong`. */
  autoFocus: true | undefined;
}

export interface FieldProps {
  id: string;
  label: ReactNode;
  /** Said beside the label when the field may stay empty ("optional"). */
  optional?: string;
  hint?: ReactNode;
  /** In words, from the server. Undefined or empty: nothing is wrong. */
  errors?: readonly string[];
  className?: string;
}

/** Ties a control to its hint and errors; the errors come first, being what the reader is here for. */
export function wireControl({ id, hint, errors }: FieldProps): ControlWiring {
  const wrong = Boolean(errors?.length);
  const described = [wrong && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": wrong || undefined,
    autoFocus: wrong || undefined,
  };
}

/** The errors below a control. */
export function FieldErrors({ id, errors }: { id: string; errors?: readonly string[] }) {
  if (!errors?.length) return null;
  return (
    <div id={`${id}-error`} className="mt-1.5 flex gap-1.5 text-[0.9375rem] text-refusal">
      <RefusalIcon size={18} className="mt-0.5 flex-none" />
      <div>
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  );
}

/** A label, a hint, a control and its errors, one under the other. */
export function Field({
  children,
  ...field
}: FieldProps & { children: (wiring: ControlWiring) => ReactNode }) {
  const { id, label, optional, hint, errors, className } = field;
  return (
    <div className={className}>
      <label htmlFor={id} className={cx("mb-1 block font-semibold", !label && "sr-only")}>
        {label}
        {optional && <span className="font-normal text-ink-soft"> · {optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-[0.9375rem] leading-snug text-ink-soft">
          {hint}
        </p>
      )}
      {children(wireControl(field))}
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

import type {
  ClipboardEvent,
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "react";
import { cx } from "./cx.ts";
import { Field, FieldErrors, type FieldProps, wireControl } from "./field.tsx";
import { ChevronDownIcon } from "./icons.tsx";

type Rest<Attributes> = Omit<Attributes, keyof FieldProps>;

/** One line of text, with its label, hint and errors. */
export function Input({
  id,
  label,
  optional,
  hint,
  errors,
  className,
  ...rest
}: FieldProps & Rest<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ id, label, optional, hint, errors, className }}>
      {(wiring) => <input type="text" {...rest} {...wiring} className="control" />}
    </Field>
  );
}

interface RowInputProps extends Pick<FieldProps, "id" | "errors" | "className"> {
  /** Heard, not seen: the row says what it is for, and the placeholder what is typed. */
  label: string;
}

/** One line of text within a row of many, with its errors. */
export function RowInput({
  label,
  className,
  ...field
}: RowInputProps & Rest<InputHTMLAttributes<HTMLInputElement>>) {
  const { id, errors, ...rest } = field;
  return (
    <div className={className}>
      <input
        type="text"
        aria-label={label}
        {...rest}
        {...wireControl({ id, label, errors })}
        className="control"
      />
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

/** Several lines of text. */
export function Textarea({
  id,
  label,
  optional,
  hint,
  errors,
  className,
  ...rest
}: FieldProps & Rest<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ id, label, optional, hint, errors, className }}>
      {(wiring) => <textarea rows={4} {...rest} {...wiring} className="control" />}
    </Field>
  );
}

export interface SelectOption {
  value: string;
  label: string;
}

/** One of a few. For two or three choices prefer `Choices`, which shows them all. */
export function Select({
  id,
  label,
  optional,
  hint,
  errors,
  className,
  options,
  ...rest
}: FieldProps & Rest<SelectHTMLAttributes<HTMLSelectElement>> & { options: SelectOption[] }) {
  return (
    <Field {...{ id, label, optional, hint, errors, className }}>
      {(wiring) => (
        <div className="relative">
          <select {...rest} {...wiring} className="control">
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDownIcon
            size={18}
            className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2"
          />
        </div>
      )}
    </Field>
  );
}

/**
 * A code from an e-mail, in one input: it can be pasted, is offered by the phone's keyboard, and is
 * read out as one thing, which six little boxes are not.
 */
export function CodeInput({
  length = 6,
  ...rest
}: FieldProps & Rest<InputHTMLAttributes<HTMLInputElement>> & { length?: number }) {
  const { id, label, optional, hint, errors, className, ...input } = rest;
  return (
    <Field {...{ id, label, optional, hint, errors, className }}>
      {(wiring) => (
        <input
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          // No browser cuts what is pasted before anybody has taken out of it what is no digit.
          maxLength={200}
          spellCheck={false}
          onPaste={(event) => pasteCode(event, length)}
          {...input}
          {...wiring}
          className="control control-code"
        />
      )}
    </Field>
  );
}

/** Shows a pasted code without what came along with it; anything else is pasted as it is, and judged when sent. */
function pasteCode(event: ClipboardEvent<HTMLInputElement>, length: number): void {
  const digits = event.clipboardData
    .getData("text")
    .normalize("NFKC")
    .replace(/[^0-9]/g, "");
  if (digits.length !== length) return;
  event.preventDefault();
  event.currentTarget.value = digits;
}

interface SearchInputProps extends InputHTMLAttributes<HTMLInputElement> {
  id: string;
  /** Heard, not seen: the magnifier and the placeholder are enough to the eye. */
  label: string;
  icon: ReactNode;
  /** The key that jumps here, printed at the end of the box ("/"). */
  shortcut?: string;
}

/** The search box. */
export function SearchInput({ id, label, icon, shortcut, className, ...rest }: SearchInputProps) {
  return (
    <div className={cx("relative", className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <span className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-soft">
        {icon}
      </span>
      <input
        type="search"
        autoComplete="off"
        aria-keyshortcuts={shortcut}
        {...rest}
        id={id}
        className="control px-10!"
      />
      {shortcut && (
        <kbd
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 rounded-sm border border-rule px-1.5 text-[0.8125rem] leading-5 text-ink-soft"
        >
          {shortcut}
        </kbd>
      )}
    </div>
  );
}

import type { InputHTMLAttributes } from "react";
import { Field, type FieldProps } from "./field.tsx";
import { UploadIcon } from "./icons.tsx";

type FileInputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "type"> & {
    /** Printed in the drop area ("Drop the day's file here, or choose it"). */
    invitation: string;
  };

/**
 * A file, dropped or chosen. The native input is the drop area: browsers accept a file dropped on it,
 * so it works without a script and speaks its own language to assistive technology.
 */
export function FileInput({
  id,
  label,
  optional,
  hint,
  errors,
  className,
  invitation,
  ...rest
}: FileInputProps) {
  return (
    <Field {...{ id, label, optional, hint, errors, className }}>
      {(wiring) => (
        <div className="drop">
          <p
            aria-hidden="true"
            className="pointer-events-none absolute inset-x-5 top-5 flex items-center gap-3"
          >
            <UploadIcon size={28} className="flex-none text-accent" />
            {invitation}
          </p>
          <input {...rest} {...wiring} type="file" />
        </div>
      )}
    </Field>
  );
}

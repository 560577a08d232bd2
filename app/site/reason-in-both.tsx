import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Input } from "#app/ui/input.tsx";
import { type FormReply, formErrors } from "./form-errors.ts";
import { typedInto } from "./typed.ts";

interface ReasonInBothProps {
  /** The labels, by language. */
  label: { En: string; Zh: string };
  hint?: string;
  reply: FormReply | undefined;
}

/** Asks for a reason in both languages, since those read it whom it concerns: `reasonEn` and `reasonZh`. */
export function ReasonInBoth({ label, hint, reply }: ReasonInBothProps) {
  const errors = formErrors(reply, useT());
  return (["En", "Zh"] as const).map((language) => (
    <Input
      key={language}
      id={`reason${language}`}
      name={`reason${language}`}
      required
      maxLength={REASON_AT_MOST}
      label={label[language]}
      hint={hint}
      defaultValue={typedInto(reply, `reason${language}`)}
      errors={errors[`reason${language}`]}
    />
  ));
}

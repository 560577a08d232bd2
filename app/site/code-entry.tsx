import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { CodeInput } from "#app/ui/input.tsx";

interface CodeEntryProps {
  /** Whose code it is. */
  email: string;
  label: string;
  errors: string[] | undefined;
  submitLabel: string;
  againLabel: string;
  /** The button whose press is being answered. */
  pending: FormDataEntryValue | null | undefined;
  /** Hidden fields besides the address. */
  children?: ReactNode;
}

/** Takes a code that was sent by e-mail, or has another one sent (`intent=again`). */
export function CodeEntry({ email, label, errors, pending, ...words }: CodeEntryProps) {
  return (
    <Form method="post" className="grid gap-5">
      <input type="hidden" name="email" value={email} />
      {words.children}
      <CodeInput id="code" name="code" required label={label} errors={errors} />
      <Button name="intent" value="enter" wide pending={pending === "enter"}>
        {words.submitLabel}
      </Button>
      <Button
        name="intent"
        value="again"
        look="quiet"
        formNoValidate
        wide
        pending={pending === "again"}
      >
        {words.againLabel}
      </Button>
    </Form>
  );
}

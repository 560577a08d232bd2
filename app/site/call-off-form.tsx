import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import { type FormReply, formErrors } from "./form-errors.ts";
import { typedInto } from "./typed.ts";

interface CallOffFormProps {
  /** What is called off: the words of the button. */
  label: string;
  /** What follows from it. */
  means: string;
  /** The labels of the reason, by language. */
  reason: { En: string; Zh: string };
  reply: FormReply | undefined;
}

/** Calls something off that people have been told of, with a reason that they read, in both languages. */
export function CallOffForm({ label, means, reason, reply }: CallOffFormProps) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "call-off";
  const errors = formErrors(reply, t);
  return (
    <div className="mt-10 max-w-2xl">
      <Disclosure summary={label} open={reply?.initialValue?.intent === "call-off"}>
        <p className="mb-4 text-ink-soft">{means}</p>
        <Form method="post" className="grid gap-4">
          {(["En", "Zh"] as const).map((language) => (
            <Input
              key={language}
              id={`reason${language}`}
              name={`reason${language}`}
              required
              maxLength={500}
              label={reason[language]}
              defaultValue={typedInto(reply, `reason${language}`)}
              errors={errors[`reason${language}`]}
            />
          ))}
          <div>
            <Button name="intent" value="call-off" look="danger" pending={pending}>
              {label}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}

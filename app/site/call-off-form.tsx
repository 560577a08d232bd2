import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { FormReply } from "./form-errors.ts";
import { ReasonInBoth } from "./reason-in-both.tsx";
import { replyTo } from "./typed.ts";

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
  const pending = useNavigation().formData?.get("intent") === "call-off";
  const own = replyTo(reply, "call-off");
  return (
    <div className="mt-10 max-w-2xl">
      <Disclosure summary={label} open={own !== undefined}>
        <p className="mb-4 text-ink-soft">{means}</p>
        <Form method="post" className="grid gap-4">
          <ReasonInBoth label={reason} reply={own} />
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

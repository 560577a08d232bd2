import { Form } from "@remix-run/react";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import { type FormReply, formErrors } from "./form-errors.ts";
import { replyTo, typedInto } from "./typed.ts";

interface ActWithReasonProps {
  /** The form's `intent`. */
  act: string;
  /** The field that says of what, and its number. */
  of: readonly [field: string, id: number];
  /** When that was done which is taken back: where it was done anew since, it stays. */
  at?: Date | null;
  /** `label`: what the act is of, for whoever cannot see where it stands. */
  words: Record<"summary" | "label" | "reason" | "send", string>;
  /** The answer to the form that was just sent, whichever of the page's it was. */
  reply: FormReply | undefined;
  pending?: boolean;
}

/** An act that is folded away until somebody wants it, and why they do: the reason stays written down. */
export function ActWithReason({ act, of, at, words, reply, pending }: ActWithReasonProps) {
  const t = useT();
  const [field, id] = of;
  const own = replyTo(reply, act, of);
  const errors = formErrors(own, t).reason;
  return (
    <Disclosure summary={words.summary} open={errors !== undefined}>
      <Form method="post" className="grid gap-3" aria-label={words.label}>
        <input type="hidden" name={field} value={id} />
        {at && <input type="hidden" name="at" value={at.toISOString()} />}
        <Input
          id={`reason-${id}`}
          name="reason"
          required
          maxLength={REASON_AT_MOST}
          label={words.reason}
          defaultValue={typedInto(own, "reason")}
          errors={errors}
        />
        <div>
          <Button name="intent" value={act} look="quiet" pending={pending}>
            {words.send}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}

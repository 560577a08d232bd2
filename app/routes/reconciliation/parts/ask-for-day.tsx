import { Form, useNavigation } from "@remix-run/react";
import type { Day } from "#app/platform/club-time.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";

interface AskForDayProps {
  /** The last day that is over. */
  last: Day;
  errors: string[] | undefined;
}

/** Has any day that is over held against Stripe's books, now. */
export function AskForDay({ last, errors }: AskForDayProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <Input
        id="day"
        name="day"
        type="date"
        max={last}
        required
        label={t("reconciliation.ask.day")}
        defaultValue={last}
        errors={errors}
      />
      <Button look="quiet" pending={pending}>
        {t("reconciliation.ask.send")}
      </Button>
    </Form>
  );
}

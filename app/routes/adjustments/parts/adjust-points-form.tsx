import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { needsApproval } from "#app/modules/adjustments/approval.ts";
import { AdjustForm } from "#app/modules/adjustments/forms.ts";
import type { AdjustPage } from "#app/modules/adjustments/load-adjust-page.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Input, Textarea } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";

interface AdjustPointsFormProps {
  page: Omit<AdjustPage, "past">;
  requestKey: string;
  /** The answer to the form that was just sent. */
  reply: FormReply | undefined;
}

/** Gives or takes points, and says while one types what will be there afterwards and whether it waits. */
export function AdjustPointsForm({ page, requestKey, reply }: AdjustPointsFormProps) {
  const t = useT();
  const sending = useNavigation().formMethod === "POST";
  const [typed, setTyped] = useState(typedInto(reply, "points") ?? "");
  const errors = formErrors(reply, t);
  return (
    <Sheet className="mt-7 max-w-2xl">
      <Form method="post">
        <input
          type="hidden"
          name="requestKey"
          value={typedInto(reply, "requestKey") ?? requestKey}
        />
        <Input
          id="points"
          name="points"
          required
          autoComplete="off"
          inputMode="text"
          maxLength={16}
          defaultValue={typed}
          onChange={(event) => setTyped(event.target.value)}
          label={t("adjust.points")}
          hint={t("adjust.points.hint")}
          errors={errors.points}
          className="max-w-64"
        />
        <p aria-live="polite" className="mt-2 min-h-6 text-ink-soft">
          <Afterwards typed={typed} page={page} />
        </p>
        <Textarea
          id="reason"
          name="reason"
          rows={2}
          required
          maxLength={REASON_AT_MOST}
          className="mt-3"
          defaultValue={typedInto(reply, "reason")}
          label={t("adjust.reason")}
          hint={t("adjust.reason.hint")}
          errors={errors.reason}
        />
        <div className="mt-4">
          <Button pending={sending} pendingLabel={t("adjust.sending")}>
            {t("adjust.send")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

function Afterwards({ typed, page }: { typed: string; page: Omit<AdjustPage, "past"> }) {
  const t = useT();
  const figures = useFigures();
  const read = AdjustForm.shape.points.safeParse(typed);
  if (typed === "" || !read.success) return null;
  const points = read.data;
  const after = page.available - (points > 0 ? page.debt : 0) + points;
  if (points < 0 && after < 0) {
    return (
      <span className="text-refusal">
        {t("adjust.refused.insufficient", { available: figures.points(page.available) })}
      </span>
    );
  }
  const waits = needsApproval({ points, lately: page.lately, own: page.own }, page.approvalAbove);
  const sentence = t("adjust.after", { points: figures.points(Math.max(after, 0)) });
  return `${sentence} ${t(waits ? "adjust.waits" : "adjust.atOnce")}`;
}

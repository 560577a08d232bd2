import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

interface WaitFormProps {
  page: {
    /** What holds now, by its id. */
    wait: { id: number } | null;
    /** The parties that are told. */
    parties: number;
    /** The hour that is proposed, as its field shows it. */
    proposed: string;
    requestKey: string;
  };
  /** The answer to the form that was just sent. */
  reply: FormReply | undefined;
  /** Why nothing was said, beside the button. */
  refusal: ReactNode;
}

/** By when it will be decided, and why it is open: read by everybody, so in both languages. */
export function WaitForm({
  page: { wait, parties, proposed, requestKey },
  reply,
  refusal,
}: WaitFormProps) {
  const t = useT();
  const sending = useNavigation().formData?.get("intent");
  const errors = formErrors(reply, t);
  const typed = (field: string) => typedInto(reply, field);
  return (
    <Section
      id="wait"
      title={t(wait ? "eventDecisions.weather.another" : "eventDecisions.weather.wait")}
    >
      <p className="mb-4 max-w-prose">
        {t("eventDecisions.weather.wait.lead", { count: parties })}
      </p>
      <Form method="post" noValidate className="grid gap-4">
        <input type="hidden" name="requestKey" value={requestKey} />
        {wait && <input type="hidden" name="seen" value={wait.id} />}
        <Input
          id="decideBy"
          name="decideBy"
          type="datetime-local"
          label={t("eventDecisions.weather.decideBy")}
          hint={t("eventDecisions.weather.decideBy.hint")}
          defaultValue={typed("decideBy") ?? proposed}
          errors={errors.decideBy}
        />
        <Input
          id="reasonEn"
          name="reasonEn"
          lang="en"
          maxLength={REASON_AT_MOST}
          autoComplete="off"
          label={t("eventDecisions.weather.reasonEn")}
          hint={t("eventDecisions.weather.reason.hint")}
          defaultValue={typed("reasonEn")}
          errors={errors.reasonEn}
        />
        <Input
          id="reasonZh"
          name="reasonZh"
          lang="zh-CN"
          maxLength={REASON_AT_MOST}
          autoComplete="off"
          label={t("eventDecisions.weather.reasonZh")}
          defaultValue={typed("reasonZh")}
          errors={errors.reasonZh}
        />
        {refusal}
        <div>
          <Button name="intent" value="wait" pending={sending === "wait"}>
            {t("eventDecisions.weather.say")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

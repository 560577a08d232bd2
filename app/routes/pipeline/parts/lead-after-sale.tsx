import { Form } from "@remix-run/react";
import type { AnsweredFollowUp } from "#app/modules/pipeline/load-follow-ups.server.ts";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Select, Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { Step, Steps } from "#app/ui/steps.tsx";
import type { LeadActReply } from "./act-on-lead.server.ts";

interface LeadAfterSaleProps {
  lead: LeadPage;
  calls: AnsweredFollowUp[];
  requestKey: string;
  refused: LeadActReply | undefined;
}

/** The calls after a delivery: what was said, and the one that is due. */
export function LeadAfterSale({ lead, calls, requestKey, refused }: LeadAfterSaleProps) {
  const t = useT();
  const figures = useFigures();
  if (calls.length === 0) return null;
  const latest = calls.findLast(({ state }) => state !== "to-come");
  const due = latest?.state === "done" ? undefined : latest;
  const mine = refused?.intent === "follow-up" ? refused : undefined;
  return (
    <Section id="after-sale" title={t("pipeline.afterSale.title")}>
      <Steps>
        {calls.map((call) => (
          <Step key={call.day} done={call.state === "done"}>
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="font-semibold">
                {t("pipeline.afterSale.day", { day: call.day })}
              </span>
              <span>{figures.calendarDay(call.on)}</span>
              {call.state === "late" && (
                <Badge tone="refusal">{t("pipeline.afterSale.late")}</Badge>
              )}
            </p>
            {call.state === "done" && <p>{t(answerOf(call))}</p>}
          </Step>
        ))}
      </Steps>
      {lead.isTheirs && due && (
        <Form method="post" className="mt-4 grid max-w-xl gap-4">
          <input type="hidden" name="intent" value="follow-up" />
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="day" value={due.day} />
          <Select
            id="satisfaction"
            name="satisfaction"
            label={t("pipeline.afterSale.satisfaction")}
            defaultValue={String(mine?.form.initialValue?.satisfaction ?? "")}
            options={[
              { value: "", label: t("pipeline.afterSale.unsaid") },
              ...([5, 4, 3, 2, 1] as const).map((each) => ({
                value: String(each),
                label: t(`pipeline.afterSale.satisfaction.${each}`),
              })),
            ]}
          />
          <Textarea
            id="follow-up-note"
            name="note"
            rows={2}
            maxLength={1000}
            label={t("pipeline.call.note")}
            optional={t("pipeline.optional")}
            defaultValue={String(mine?.form.initialValue?.note ?? "")}
            errors={mine && formErrors(mine.form, t).note}
          />
          <div className="flex flex-wrap gap-2.5">
            <Button name="answer" value="reached">
              {t("pipeline.call.reached")}
            </Button>
            <Button name="answer" value="try-again" look="quiet">
              {t("pipeline.afterSale.again")}
            </Button>
            <Button name="answer" value="leave" look="quiet">
              {t("pipeline.afterSale.leave")}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

function answerOf({ reached, satisfaction }: AnsweredFollowUp) {
  if (!reached) return "pipeline.call.notReached" as const;
  const known = ([1, 2, 3, 4, 5] as const).find((each) => each === satisfaction);
  return known
    ? (`pipeline.afterSale.satisfaction.${known}` as const)
    : "pipeline.afterSale.unsaid";
}

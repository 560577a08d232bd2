import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { DECLINE_REASONS, isBefore, LOSS_REASONS, STAGES } from "#app/modules/leads/stage.ts";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import type { LeadActReply } from "./act-on-lead.server.ts";
import { NextFields } from "./lead-call.tsx";

interface LeadActsProps {
  lead: LeadPage;
  refused: LeadActReply | undefined;
}

/** Where a lead goes: accepted or declined, on to the next stage, back with a reason, given up, put off. */
export function LeadActs({ lead, refused }: LeadActsProps) {
  const t = useT();
  const isNew = lead.stage === "submitted";
  const isOpen = lead.stage !== "delivered";
  const ahead = STAGES.filter((stage) => isBefore(lead.stage, stage));
  const behind = STAGES.filter((stage) => stage !== "submitted" && isBefore(stage, lead.stage));
  const open = (intent: string) => refused?.intent === intent;
  const reasons = (of: readonly (typeof LOSS_REASONS | typeof DECLINE_REASONS)[number][]) =>
    of.map((reason) => ({ value: reason as string, label: t(`pipeline.reason.${reason}`) }));
  return (
    <Section id="acts" title={t("pipeline.acts.title")}>
      <div className="mb-4 flex flex-wrap gap-2.5 empty:hidden">
        {!isNew && !lead.member && (
          <ButtonLink to={`/admin/leads/${lead.id}/deliver`} look="quiet">
            {t("pipeline.deliver.title")}
          </ButtonLink>
        )}
        {isNew ? (
          <Act lead={lead} intent="accept">
            <Button look="quiet">{t("pipeline.accept")}</Button>
          </Act>
        ) : (
          ahead.slice(0, lead.stage === "ordered" ? 0 : 1).map((stage) => (
            <Act key={stage} lead={lead} intent="move">
              <input type="hidden" name="to" value={stage} />
              <Button look="quiet">
                {t("pipeline.move.on", { stage: t(`pipeline.stage.${stage}`) })}
              </Button>
            </Act>
          ))
        )}
      </div>
      {isNew && <p className="mb-3 text-ink-soft">{t("pipeline.accept.hint")}</p>}
      {isOpen && (
        <>
          {lead.nextAction !== "first-call" && (
            <Disclosure summary={t("pipeline.next.choose")} open={open("next")}>
              <Act lead={lead} intent="next" className="grid gap-4 sm:grid-cols-2">
                <NextFields
                  id="plan"
                  required
                  typed={(field) =>
                    String((open("next") && refused?.form.initialValue?.[field]) || "") ||
                    (field === "nextAction" ? (lead.nextAction ?? "") : "")
                  }
                  errors={open("next") ? formErrors(refused?.form, t) : {}}
                />
                <Send>{t("pipeline.next.save")}</Send>
              </Act>
            </Disclosure>
          )}
          <Disclosure summary={t("pipeline.pause")} open={open("pause")}>
            <Act lead={lead} intent="pause" className="flex flex-wrap items-end gap-2.5">
              <Input
                id="day"
                name="day"
                type="date"
                required
                label={t("pipeline.pause.day")}
                hint={t("pipeline.pause.hint")}
                errors={open("pause") ? formErrors(refused?.form, t).day : undefined}
              />
              <Send>{t("pipeline.pause.send")}</Send>
            </Act>
          </Disclosure>
        </>
      )}
      {!isNew && (ahead.length > 1 || behind.length > 0) && (
        <Disclosure summary={t("pipeline.move.other")} open={open("move")}>
          <Act lead={lead} intent="move" className="grid gap-4 sm:grid-cols-2">
            <Select
              id="to"
              name="to"
              label={t("pipeline.col.stage")}
              options={[
                ...ahead.slice(1).filter((stage) => stage !== "delivered"),
                ...behind.toReversed(),
              ].map((stage) => ({
                value: stage,
                label: behind.includes(stage)
                  ? t("pipeline.move.back", { stage: t(`pipeline.stage.${stage}`) })
                  : t(`pipeline.stage.${stage}`),
              }))}
            />
            <Select
              id="move-reason"
              name="reason"
              label={t("pipeline.move.reason")}
              hint={t("pipeline.move.reason.hint")}
              options={[
                { value: "", label: t("pipeline.move.reason.none") },
                ...reasons(LOSS_REASONS),
              ]}
            />
            <Send>{t("pipeline.move.send")}</Send>
          </Act>
        </Disclosure>
      )}
      {isOpen && (
        <Disclosure
          summary={t(isNew ? "pipeline.decline" : "pipeline.lose")}
          open={open("decline") || open("lose")}
        >
          <Act
            lead={lead}
            intent={isNew ? "decline" : "lose"}
            className="flex flex-wrap items-end gap-2.5"
          >
            <Select
              id="end-reason"
              name="reason"
              label={t("pipeline.end.reason")}
              hint={t("pipeline.end.hint")}
              options={reasons(isNew ? DECLINE_REASONS : LOSS_REASONS)}
            />
            <Button look="danger">
              {t(isNew ? "pipeline.decline.send" : "pipeline.lose.send")}
            </Button>
          </Act>
        </Disclosure>
      )}
    </Section>
  );
}

interface ActProps {
  lead: { revision: number };
  intent: string;
  className?: string;
  children: ReactNode;
}

/** A form that says what the page knew of the lead. */
export function Act({ lead, intent, className, children }: ActProps) {
  return (
    <Form method="post" className={className}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="revision" value={lead.revision} />
      {children}
    </Form>
  );
}

function Send({ children }: { children: ReactNode }) {
  return (
    <div className="self-end">
      <Button look="quiet">{children}</Button>
    </div>
  );
}

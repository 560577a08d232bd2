import { Form, useNavigation } from "@remix-run/react";
import { CHOSEN_ACTIONS } from "#app/modules/leads/next-action.ts";
import { groupPhone } from "#app/modules/person/contact-spelling.ts";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input, Select, Textarea } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import type { LeadActReply } from "./act-on-lead.server.ts";

interface LeadCallProps {
  requestKey: string;
  refused: LeadActReply | undefined;
}

/** What became of a call: whether the friend was reached. What comes next follows from that, or is chosen. */
export function LeadCall({ requestKey, refused }: LeadCallProps) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "contact";
  const mine = refused?.intent === "contact" ? refused : undefined;
  const errors = formErrors(mine?.form, t);
  const was = (field: string) => String(mine?.form.initialValue?.[field] ?? "");
  return (
    <Section id="call" title={t("pipeline.call.title")}>
      <Form method="post" className="grid max-w-xl gap-4">
        <input type="hidden" name="intent" value="contact" />
        <input type="hidden" name="requestKey" value={requestKey} />
        <div className="flex flex-wrap gap-2.5">
          <Button name="reached" value="yes" look="quiet" pending={pending}>
            {t("pipeline.call.reached")}
          </Button>
          <Button name="reached" value="no" look="quiet" pending={pending}>
            {t("pipeline.call.notReached")}
          </Button>
        </div>
        <Textarea
          id="note"
          name="note"
          rows={2}
          maxLength={1000}
          label={t("pipeline.call.note")}
          optional={t("pipeline.optional")}
          defaultValue={was("note")}
          errors={errors.note}
        />
        <Disclosure summary={t("pipeline.call.more")} open={mine !== undefined}>
          <div className="grid gap-4 sm:grid-cols-3">
            <Select
              id="kind"
              name="kind"
              label={t("pipeline.call.kind")}
              defaultValue={was("kind") || "call"}
              options={(["call", "message", "talk"] as const).map((kind) => ({
                value: kind,
                label: t(`pipeline.way.${kind}`),
              }))}
            />
            <NextFields id="contact" typed={was} errors={errors} />
          </div>
        </Disclosure>
      </Form>
    </Section>
  );
}

/** Rings the friend from a phone. Nothing for who may not. */
export function RingLink({ friend: { phone, whole } }: { friend: LeadPage["friend"] }) {
  const t = useT();
  if (!phone || !whole) return null;
  return (
    <a href={`tel:${phone}`} className="button button-primary">
      <span>{t("pipeline.call.ring", { phone: groupPhone(phone) })}</span>
    </a>
  );
}

interface NextFieldsProps {
  /** Of the form, as two of them are on the page. */
  id: string;
  typed: (field: string) => string;
  errors: Record<string, string[] | undefined>;
  /** One has to be chosen. */
  required?: boolean;
}

/** What comes next, and by when. */
export function NextFields({ id, typed, errors, required = false }: NextFieldsProps) {
  const t = useT();
  const actions = CHOSEN_ACTIONS.map((action) => ({
    value: action as string,
    label: t(`pipeline.next.${action}`),
  }));
  return (
    <>
      <Select
        id={`${id}-next`}
        name="nextAction"
        label={t("pipeline.next.action")}
        defaultValue={typed("nextAction")}
        options={required ? actions : [{ value: "", label: t("pipeline.next.usual") }, ...actions]}
        errors={errors.nextAction}
      />
      <Input
        id={`${id}-at`}
        name="nextAt"
        type="datetime-local"
        label={t("pipeline.next.at")}
        hint={t("pipeline.next.at.hint")}
        defaultValue={typed("nextAt")}
        errors={errors.nextAt}
      />
    </>
  );
}

import { Form } from "@remix-run/react";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import type { LeadActReply } from "./act-on-lead.server.ts";

interface LeadYesProps {
  lead: LeadPage;
  refused: LeadActReply | undefined;
}

/** The code by which a friend says on the phone that they agreed. Nothing where they have said so. */
export function LeadYes({ lead, refused }: LeadYesProps) {
  const t = useT();
  if (lead.yes === null) return null;
  const mine = refused?.intent === "confirm" ? refused : undefined;
  const form = (
    <Form method="post" className="grid max-w-md gap-3">
      <input type="hidden" name="intent" value="confirm" />
      <Input
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        required
        label={t("pipeline.yes.code")}
        hint={t("pipeline.yes.code.hint")}
        defaultValue={String(mine?.form.initialValue?.code ?? "")}
        errors={formErrors(mine?.form, t).code}
      />
      <div>
        <Button look="quiet">{t("pipeline.yes.send")}</Button>
      </div>
    </Form>
  );
  if (lead.yes === "needed") {
    return (
      <Section id="yes" title={t("pipeline.yes.needed")}>
        {form}
      </Section>
    );
  }
  return (
    <div className="mt-4">
      <Disclosure summary={t("pipeline.yes.open")} open={mine !== undefined}>
        {form}
      </Disclosure>
    </div>
  );
}

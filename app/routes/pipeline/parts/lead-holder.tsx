import { Form } from "@remix-run/react";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

/** Whose a lead is: taken over by whoever reads this, or handed to a colleague. The clock goes on as it was. */
export function LeadHolder({ lead, me }: { lead: LeadPage; me: number }) {
  const t = useT();
  const others = lead.colleagues.filter(({ id }) => id !== lead.consultant?.id && id !== me);
  const from = lead.consultant && <input type="hidden" name="from" value={lead.consultant.id} />;
  return (
    <Section id="holder" title={t("pipeline.holder.title")}>
      <p className="mb-3 text-ink-soft">{t("pipeline.holder.hint")}</p>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {lead.consultant?.id !== me && (
          <Form method="post">
            <input type="hidden" name="intent" value="take" />
            {from}
            <Button look={lead.isTheirs ? "quiet" : "primary"}>{t("pipeline.holder.take")}</Button>
          </Form>
        )}
        {lead.isTheirs && others.length > 0 && (
          <Form method="post" className="flex flex-wrap items-end gap-2">
            <input type="hidden" name="intent" value="hand-over" />
            {from}
            <Select
              id="holder-to"
              name="to"
              label={t("pipeline.holder.to")}
              className="w-56 max-w-full"
              options={others.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <Button look="quiet">{t("pipeline.holder.send")}</Button>
          </Form>
        )}
      </div>
    </Section>
  );
}

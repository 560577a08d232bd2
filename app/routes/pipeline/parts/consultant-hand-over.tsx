import { Form } from "@remix-run/react";
import type { ListedConsultant } from "#app/modules/pipeline/load-consultants.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

interface ConsultantHandOverProps {
  consultant: ListedConsultant;
  others: ListedConsultant[];
}

/** All leads of one who goes on leave or leaves, to a colleague or in turn. */
export function ConsultantHandOver({ consultant, others }: ConsultantHandOverProps) {
  const t = useT();
  return (
    <Section id="hand-over" title={t("pipeline.handOver.title")}>
      <p className="mb-3 max-w-prose text-ink-soft">{t("pipeline.handOver.hint")}</p>
      <Form method="post" className="flex flex-wrap items-end gap-2.5">
        <input type="hidden" name="intent" value="hand-over" />
        <Select
          id="hand-over-to"
          name="to"
          label={t("pipeline.holder.to")}
          className="w-64 max-w-full"
          options={[
            { value: "", label: t("pipeline.handOver.turn") },
            ...others.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <Button look="danger">{t("pipeline.handOver.send", { count: consultant.open })}</Button>
      </Form>
    </Section>
  );
}

import { Form } from "@remix-run/react";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { ListedConsultant } from "#app/modules/pipeline/load-consultants.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

interface ConsultantTurnsProps {
  consultant: ListedConsultant;
  stores: StoreChoice[];
  reply: FormReply | undefined;
}

/** Whether new leads come to somebody by themselves, and which. */
export function ConsultantTurns({ consultant, stores, reply }: ConsultantTurnsProps) {
  const t = useT();
  const errors = formErrors(reply, t);
  const { takesTurns, storeId, models, awayThrough } = consultant;
  const typed = reply?.initialValue ?? {
    takesTurns: takesTurns ? "on" : "",
    storeId: String(storeId ?? ""),
    models: models.join(", "),
    awayThrough: awayThrough ?? "",
  };
  const was = (field: string) => String(typed[field] ?? "");
  return (
    <Section id="turns" title={t("pipeline.turns.title")}>
      <Form method="post" className="grid max-w-xl gap-4">
        <input type="hidden" name="intent" value="keep" />
        <Checkbox
          id="takesTurns"
          name="takesTurns"
          label={t("pipeline.turns.takes")}
          hint={t("pipeline.turns.takes.hint")}
          defaultChecked={was("takesTurns") === "on"}
        />
        <Select
          id="storeId"
          name="storeId"
          label={t("pipeline.turns.store")}
          defaultValue={was("storeId")}
          options={[
            { value: "", label: t("pipeline.turns.store.all") },
            ...storeOptions(t.locale, stores),
          ]}
          errors={errors.storeId}
        />
        <Input
          id="models"
          name="models"
          maxLength={600}
          label={t("pipeline.consultants.models")}
          optional={t("pipeline.optional")}
          hint={t("pipeline.turns.models.hint")}
          defaultValue={was("models")}
          errors={errors.models}
        />
        <Input
          id="awayThrough"
          name="awayThrough"
          type="date"
          label={t("pipeline.turns.away")}
          optional={t("pipeline.optional")}
          hint={t("pipeline.turns.away.hint")}
          defaultValue={was("awayThrough")}
          errors={errors.awayThrough}
        />
        <div>
          <Button>{t("pipeline.next.save")}</Button>
        </div>
      </Form>
    </Section>
  );
}

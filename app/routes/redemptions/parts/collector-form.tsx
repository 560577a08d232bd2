import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";

/** Somebody else may collect it: named by its owner, until it is handed over. */
export function CollectorForm(props: { collector: string | null; reply: FormReply | undefined }) {
  const t = useT();
  const { collector, reply } = props;
  const saving = useNavigation().formData?.get("intent") === "name-collector";
  return (
    <Section id="collector-title" title={t("redemptions.collector.title")}>
      <Form method="post" className="grid max-w-prose gap-3">
        <Input
          id="collector"
          name="collector"
          autoComplete="off"
          maxLength={80}
          label={t("redemptions.collector.label")}
          hint={t("redemptions.collector.hint")}
          defaultValue={typedInto(reply, "collector") ?? collector ?? ""}
          errors={formErrors(reply, t).collector}
        />
        <div>
          <Button look="quiet" name="intent" value="name-collector" pending={saving}>
            {t("redemptions.collector.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

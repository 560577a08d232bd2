import { Checkbox } from "#app/ui/choice.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { usePartyForm } from "./party-form-state.ts";

/** Whom to call, and who may take the children home: asked once a child comes. */
export function CareFields() {
  const { t, plan, was, sent, contact, errorsOf, isLive, hasChild } = usePartyForm();
  if (!plan.party.care || plan.party.adultsOnly || (isLive && !hasChild)) return null;
  return (
    <Section id="care" title={t("registrations.care")}>
      <p className="mb-3 text-[0.9375rem] text-ink-soft">{t("registrations.care.lead")}</p>
      <div className="grid gap-4">
        <Input
          id="care.emergencyName"
          name="care.emergencyName"
          label={t("registrations.care.emergencyName")}
          defaultValue={was("care.emergencyName") || contact?.name}
          maxLength={80}
          errors={errorsOf("care.emergencyName")}
        />
        <Input
          id="care.emergencyPhone"
          name="care.emergencyPhone"
          type="tel"
          label={t("registrations.care.emergencyPhone")}
          defaultValue={was("care.emergencyPhone") || contact?.phone}
          maxLength={30}
          errors={errorsOf("care.emergencyPhone")}
        />
        <Input
          id="care.collectors"
          name="care.collectors"
          label={t("registrations.care.collectors")}
          optional={t("registrations.optional")}
          defaultValue={was("care.collectors")}
          maxLength={200}
        />
        {contact !== undefined && (
          <Checkbox
            id="care.keep"
            name="care.keep"
            value="1"
            label={t("registrations.care.keep")}
            hint={t("registrations.care.keep.how")}
            defaultChecked={sent === null ? contact !== null : was("care.keep") !== undefined}
          />
        )}
      </div>
    </Section>
  );
}

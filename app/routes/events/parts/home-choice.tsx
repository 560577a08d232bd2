import {
  CANCELLED,
  type HomeDecision,
  type Homeless,
} from "#app/modules/event-decisions/change-meaning.ts";
import type { Unplaced } from "#app/modules/event-decisions/load-meaning.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Input, Select } from "#app/ui/input.tsx";

interface HomeChoiceProps {
  homeless: Homeless;
  decision: HomeDecision | undefined;
  form: string;
}

/** Where the parties of a session go that is held no more: another one, or home. */
export function HomeChoice({ homeless, decision, form }: HomeChoiceProps) {
  const t = useT();
  const { session, name, parties, waiting, homes, problem } = homeless;
  const label = inLanguage(t.locale, name);
  return (
    <div className="mt-3 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2">
      <p className="sm:col-span-2">
        {t("eventKeeping.home", { session: label, count: parties })}{" "}
        {waiting > 0 && t("eventKeeping.home.waiting", { count: waiting })}
      </p>
      <Select
        id={`home.${session}`}
        name={`home.${session}`}
        form={form}
        label={t("eventKeeping.home.to")}
        defaultValue={decision?.to ?? ""}
        errors={decision && problem === "choose" ? [t("eventKeeping.home.choose")] : undefined}
        options={[
          { value: "", label: t("eventKeeping.home.choose") },
          ...homes.map((home) => ({
            value: home.to,
            label: t("eventKeeping.home.option", {
              name: home.name ? inLanguage(t.locale, home.name) : t("eventKeeping.session.all"),
              over: home.over,
            }),
          })),
          { value: CANCELLED, label: t("eventKeeping.home.cancel") },
        ]}
      />
      <Input
        id={`homeReason.${session}`}
        name={`homeReason.${session}`}
        form={form}
        label={t("eventKeeping.home.reason")}
        hint={t("eventKeeping.home.reason.hint")}
        defaultValue={decision?.reason ?? ""}
        maxLength={REASON_AT_MOST}
        errors={problem === "reason" ? [t("form.error.reason")] : undefined}
      />
    </div>
  );
}

/** The children who would fit no age group any more; whoever saves has seen them. */
export function UnplacedChildren({ unplaced, form }: { unplaced: Unplaced[]; form: string }) {
  const t = useT();
  return (
    <>
      <p className="mt-3">{t("eventKeeping.unplaced", { count: unplaced.length })}</p>
      <ul className="mt-1 list-disc pl-5">
        {unplaced.map(({ personId, name, age, code }) => (
          <li key={personId}>
            <input type="hidden" name="unplaced" value={personId} form={form} />
            {t("eventKeeping.unplaced.child", { name, age, code })}
          </li>
        ))}
      </ul>
    </>
  );
}

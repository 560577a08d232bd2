import { PROGRAMME_TITLE_AT_MOST, type Typed } from "#app/modules/rules/rules-form.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { type ErrorsOf, KindsField, NumberField } from "./rule-field.tsx";
import { useRuleFigures } from "./rule-figures.ts";

interface ProgrammeFieldsProps {
  /** The programmes there are. */
  names: string[];
  typed: Typed;
  errorsOf: ErrorsOf;
}

/** The club's card programmes: what each adds, and room for one more. */
export function ProgrammeFields({ names, typed, errorsOf }: ProgrammeFieldsProps) {
  const t = useT();
  const say = useRuleFigures();
  return (
    <div className="mt-6 grid gap-4">
      {names.map((name) => (
        <Sheet key={name}>
          <h3 className="mb-3">{t("rules.programmeNamed", { programme: say.programme(name) })}</h3>
          <TitleFields at={`programme.${name}`} typed={typed} errorsOf={errorsOf} />
          <BonusFields at={`programme.${name}`} typed={typed} errorsOf={errorsOf} />
          <div className="mt-2">
            <Checkbox
              id={`programme.${name}.removed`}
              name={`programme.${name}.removed`}
              defaultChecked={typed[`programme.${name}.removed`]?.[0] === "on"}
              label={t("rules.programme.remove")}
              hint={t("rules.programme.remove.hint")}
              errors={errorsOf(`programme.${name}.removed`)}
            />
          </div>
        </Sheet>
      ))}
      <Sheet>
        <h3 className="mb-3">{t("rules.programme.new")}</h3>
        <Input
          id="newProgramme.name"
          name="newProgramme.name"
          autoComplete="off"
          maxLength={40}
          className="mb-4 max-w-md"
          defaultValue={typed["newProgramme.name"]?.[0]}
          label={t("rules.programme.name")}
          hint={t("rules.programme.name.hint")}
          errors={errorsOf("newProgramme.name")}
        />
        <TitleFields at="newProgramme" typed={typed} errorsOf={errorsOf} />
        <BonusFields at="newProgramme" typed={typed} errorsOf={errorsOf} />
      </Sheet>
    </div>
  );
}

/** What people call it, in both languages. */
function TitleFields({ at, typed, errorsOf }: { at: string; typed: Typed; errorsOf: ErrorsOf }) {
  const t = useT();
  return (
    <div className="mb-4 grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
      {(["titleEn", "titleZh"] as const).map((field) => (
        <Input
          key={field}
          id={`${at}.${field}`}
          name={`${at}.${field}`}
          autoComplete="off"
          maxLength={PROGRAMME_TITLE_AT_MOST}
          defaultValue={typed[`${at}.${field}`]?.[0]}
          label={t(`rules.programme.${field}`)}
          optional={t("rules.programme.title.optional")}
          errors={errorsOf(`${at}.${field}`)}
        />
      ))}
    </div>
  );
}

function BonusFields({ at, typed, errorsOf }: { at: string; typed: Typed; errorsOf: ErrorsOf }) {
  const t = useT();
  return (
    <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-[14rem_1fr]">
      <NumberField
        name={`${at}.percent`}
        unit="percent"
        label={t("rules.programme.percent")}
        typed={typed[`${at}.percent`]?.[0]}
        errors={errorsOf(`${at}.percent`)}
      />
      <KindsField
        name={`${at}.kinds`}
        legend={t("rules.programme.kinds")}
        typed={typed[`${at}.kinds`]}
        errors={errorsOf(`${at}.kinds`)}
      />
    </div>
  );
}

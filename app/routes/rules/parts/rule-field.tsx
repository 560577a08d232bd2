import { workKinds } from "#app/modules/rulebook/work-kind.ts";
import type { Unit } from "#app/modules/rules/rule-fields.ts";
import type { RuleErrors } from "#app/modules/rules/rules-form.ts";
import { useT } from "#app/platform/words/words.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { useRuleFigures } from "./rule-figures.ts";

export type ErrorsOf = (name: string) => string[] | undefined;

/** What is wrong with the fields of the rules, in words, by the field's name. */
export function useRuleErrors(errors: RuleErrors): ErrorsOf {
  const t = useT();
  const say = useRuleFigures();
  return (name) => {
    const error = errors[name];
    if (!error) return undefined;
    if (error.wrong !== "range") return [t(`rules.wrong.${error.wrong}`)];
    const { unit, least, most } = error;
    return [
      t("rules.wrong.range", { least: say.amount(least, unit), most: say.amount(most, unit) }),
    ];
  };
}

interface NumberFieldProps {
  name: string;
  unit: Unit;
  label: string;
  typed: string | undefined;
  errors: string[] | undefined;
}

/** A number of the rules, with what it counts said beside it. */
export function NumberField({ name, unit, label, typed, errors }: NumberFieldProps) {
  const t = useT();
  return (
    <Input
      id={name}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      defaultValue={typed}
      label={label}
      optional={t(`rules.unit.${unit}`)}
      errors={errors}
    />
  );
}

interface KindsFieldProps {
  name: string;
  legend: string;
  typed: string[] | undefined;
  errors: string[] | undefined;
}

/** Kinds of workshop work, any of them. */
export function KindsField({ name, legend, typed, errors }: KindsFieldProps) {
  const t = useT();
  return (
    <fieldset aria-describedby={errors ? `${name}-error` : undefined}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-x-6">
        {workKinds.map((kind) => (
          <label key={kind} className="flex cursor-pointer items-center gap-2 py-2">
            <input
              type="checkbox"
              name={name}
              value={kind}
              defaultChecked={typed?.includes(kind) ?? false}
              className="check"
            />
            {t(`work.${kind}`)}
          </label>
        ))}
      </div>
      <FieldErrors id={name} errors={errors} />
    </fieldset>
  );
}

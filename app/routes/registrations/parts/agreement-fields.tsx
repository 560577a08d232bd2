import { inLanguage } from "#app/platform/words/in-language.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { usePartyForm } from "./party-form-state.ts";

/** A waiver and the like: its words, and a box that is never ticked beforehand. */
export function AgreementFields() {
  const { t, plan, wasTicked, errorsOf } = usePartyForm();
  if (plan.agreements.length === 0) return null;
  return (
    <div className="mt-8">
      {plan.agreements.map(({ key, name, text, version }) => {
        const named = { name: inLanguage(t.locale, name) };
        return (
          <div key={key} className="mb-3">
            <Disclosure summary={t("registrations.agree.read", named)}>
              <p className="whitespace-pre-line">{inLanguage(t.locale, text)}</p>
            </Disclosure>
            <Checkbox
              id={`agreed.${key}`}
              name={`agreed.${key}`}
              value={String(version)}
              defaultChecked={wasTicked(`agreed.${key}`, String(version))}
              label={t("registrations.agree", named)}
              errors={errorsOf(`agreed.${key}`)}
            />
          </div>
        );
      })}
    </div>
  );
}

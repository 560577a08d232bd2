import { Form, useNavigation } from "@remix-run/react";
import type { JoiningPage } from "#app/modules/joining/load-joining-page.server.ts";
import { NAME_AT_MOST } from "#app/modules/person/name.ts";
import { PHONE_COUNTRIES } from "#app/modules/person/phone-countries.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { BirthdayField } from "./birthday-field.tsx";

/** What somebody has typed so far, by field. */
export type Typed = (field: string) => string;
type Errors = Record<string, string[] | undefined>;

interface JoinFieldsProps {
  page: JoiningPage & { months: string[]; consents: { name: string; words: string }[] };
  typed: Typed;
  errors: Errors;
}

/** The joining form: who you are, your car, your birthday, and what you agree to. */
export function JoinFields({ page, typed, errors }: JoinFieldsProps) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post">
      <Section id="you" title={t("join.you")}>
        <div className="grid gap-5">
          <Input
            id="name"
            name="name"
            autoComplete="name"
            required
            maxLength={NAME_AT_MOST}
            label={t("join.name")}
            defaultValue={typed("name")}
            errors={errors.name}
          />
          <PhoneField typed={typed} errors={errors.phone} />
        </div>
      </Section>
      <Section id="car-part" title={t("join.car")}>
        <p className="-mt-1 mb-4 text-ink-soft">{t("join.carLead")}</p>
        <div className="grid gap-5">
          <Input
            id="car"
            name="car"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            label={t("join.carName")}
            optional={t("join.optional")}
            hint={t("join.carHint")}
            defaultValue={typed("car")}
            errors={errors.car}
          />
          <Input
            id="model"
            name="model"
            autoComplete="off"
            maxLength={80}
            label={t("join.model")}
            optional={t("join.optional")}
            defaultValue={typed("model")}
            errors={errors.model}
          />
        </div>
      </Section>
      <Section id="birthday-part" title={t("join.birthday")}>
        <BirthdayField months={page.months} typed={typed} errors={errors.birthDay} />
      </Section>
      <Section id="consents" title={t("join.consents")}>
        <p className="-mt-1 mb-2 text-ink-soft">{t("join.consentsLead")}</p>
        <RulesInShort rules={page.rules} />
        <ul className="mt-2 mb-1 flex flex-wrap gap-x-5">
          {(["rules", "privacy"] as const).map((text) => (
            <li key={text}>
              {/* In a window of its own: nothing that is typed here is lost. */}
              <a
                href={`/about/${text}`}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-11 items-center"
              >
                {t(`join.read.${text}`)}
              </a>
            </li>
          ))}
        </ul>
        <input type="hidden" name="rulesVersion" value={page.rulesVersion} />
        {page.consents.map(({ name, words }) => (
          <Checkbox
            key={name}
            id={name}
            name={name}
            label={
              <>
                {words}
                <span className="text-ink-soft">
                  {" "}
                  · {t(name === "terms" ? "join.needed" : "join.optional")}
                </span>
              </>
            }
            defaultChecked={typed(name) === "on"}
            errors={errors[name]}
          />
        ))}
      </Section>
      <Button wide pending={pending} className="mt-6">
        {t("join.submit")}
      </Button>
    </Form>
  );
}

function PhoneField({ typed, errors }: { typed: Typed; errors?: string[] }) {
  const t = useT();
  return (
    <Field id="phone" label={t("join.phone")} hint={t("join.phoneHint")} errors={errors}>
      {(wiring) => (
        <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
          <select
            name="country"
            aria-label={t("join.country")}
            autoComplete="tel-country-code"
            defaultValue={typed("country") || "+86"}
            className="control"
          >
            {PHONE_COUNTRIES.map((country) => (
              <option key={country}>{country}</option>
            ))}
          </select>
          <input
            type="tel"
            name="phone"
            autoComplete="tel-national"
            required
            maxLength={40}
            defaultValue={typed("phone")}
            {...wiring}
            className="control"
          />
        </div>
      )}
    </Field>
  );
}

function RulesInShort({ rules }: { rules: JoiningPage["rules"] }) {
  const t = useT();
  const { points, spokenMoney } = useFigures();
  return (
    <Disclosure summary={t("join.rules")}>
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>{t("join.rules.free", { points: points(rules.welcome) })}</li>
        <li>{t("join.rules.earning", { money: spokenMoney(rules.minorPerPoint) })}</li>
        <li>{t("join.rules.gold", { points: points(rules.gold) })}</li>
        <li>{t("join.rules.lapse", { months: rules.lapseMonths })}</li>
        <li>{t("join.rules.leaving")}</li>
      </ul>
    </Disclosure>
  );
}

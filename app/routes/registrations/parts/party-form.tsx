import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { EmergencyContact } from "#app/modules/account/emergency-contact.server.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import type { PartyProblem } from "#app/modules/parties/party.ts";
import {
  type PartyRow,
  readTypedParty,
  type TypedFields,
} from "#app/modules/parties/typed-party.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Choices } from "#app/ui/choice.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { AgreementFields } from "./agreement-fields.tsx";
import { CareFields } from "./care-fields.tsx";
import { PartyFormContext, usePartyForm } from "./party-form-state.ts";
import { PeopleFields } from "./people-fields.tsx";
import { QuestionFields } from "./question-fields.tsx";

interface PartyFormProps {
  plan: EventPlan;
  rows: readonly PartyRow[];
  eventDay: Day;
  today: Day;
  /** The plates of their cars, the first of which is filled in. */
  plates: readonly string[];
  nearlyFull: boolean;
  contact?: EmergencyContact | null;
  /** Staff fill it in for a member. */
  atDesk?: boolean;
  /** What was sent and refused, and why. */
  sent: TypedFields | null;
  problems: Readonly<Record<string, readonly PartyProblem[]>>;
  hidden: Readonly<Record<string, string>>;
  /** What it costs and the press, for so many people. */
  children: (people: number) => ReactNode;
}

/** Who comes, and all that the event asks of them; on a phone a tick a person, and little else. */
export function PartyForm({ sent, hidden, children, ...props }: PartyFormProps) {
  const { plan, rows, problems, nearlyFull, contact, atDesk = false } = props;
  const [typed, setTyped] = useState<TypedFields>(sent ?? { "me.comes": ["1"] });
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const coming = readTypedParty(typed, plan, rows).rows;
  const hasChild = coming.some(({ role }) => role === "child");
  const state = useMemo(
    () => ({
      plan,
      typed,
      sent,
      isLive,
      problems,
      nearlyFull,
      contact,
      ofMember: !atDesk,
      hasChild,
    }),
    [plan, typed, sent, isLive, problems, nearlyFull, contact, atDesk, hasChild],
  );
  return (
    <PartyFormContext.Provider value={state}>
      <Form
        method="post"
        className="max-w-xl"
        onChange={(event) => setTyped(fieldsOf(new FormData(event.currentTarget)))}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SessionField />
        <PeopleFields {...props} />
        <CarFields plates={props.plates} />
        <PartyQuestions />
        <CareFields />
        <AgreementFields />
        {children(coming.length)}
      </Form>
    </PartyFormContext.Provider>
  );
}

function fieldsOf(form: FormData): TypedFields {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

function SessionField() {
  const t = useT();
  const figures = useFigures();
  const { plan, was, errorsOf } = usePartyForm();
  if (plan.sessions.length < 2) return null;
  return (
    <Section id="session-choice" title={t("registrations.session")}>
      <Choices
        name="session"
        legend={<span className="sr-only">{t("registrations.session")}</span>}
        defaultValue={was("session")}
        errors={errorsOf("session")}
        options={plan.sessions.map(({ key, name, startsAt, endsAt }) => ({
          value: key,
          label: inLanguage(t.locale, name),
          hint: figures.span(startsAt, endsAt),
        }))}
      />
    </Section>
  );
}

function CarFields({ plates }: { plates: readonly string[] }) {
  const { t, plan, was, errorsOf } = usePartyForm();
  if (!plan.party.carRequired) return null;
  return (
    <Section id="car" title={t("registrations.car")}>
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-4">
        <Input
          id="carPlate"
          name="carPlate"
          label={t("registrations.plate")}
          defaultValue={was("carPlate") ?? plates[0]}
          list={plates.length > 1 ? "plates" : undefined}
          maxLength={20}
          errors={errorsOf("carPlate")}
        />
        <Input
          id="cars"
          name="cars"
          label={t("registrations.cars")}
          inputMode="numeric"
          defaultValue={was("cars") ?? "1"}
          maxLength={2}
          errors={errorsOf("cars")}
        />
      </div>
      {plates.length > 1 && (
        <datalist id="plates">
          {plates.map((plate) => (
            <option key={plate} value={plate} />
          ))}
        </datalist>
      )}
    </Section>
  );
}

function PartyQuestions() {
  const { t, questionsOf, errorsOf } = usePartyForm();
  if (questionsOf("party", "answer.").length === 0) return null;
  return (
    <Section id="questions" title={t("registrations.questions")}>
      <div className="grid gap-4">
        <QuestionFields of="party" prefix="answer." />
      </div>
      <FieldErrors id="questions" errors={errorsOf("answers")} />
    </Section>
  );
}

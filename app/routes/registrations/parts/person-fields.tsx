import { ageOn, bracketOf } from "#app/modules/events/brackets.ts";
import type { PartyRow } from "#app/modules/parties/typed-party.ts";
import type { Day } from "#app/platform/club-time.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { Checkbox } from "#app/ui/choice.tsx";
import { FieldErrors } from "#app/ui/field.tsx";
import { Input } from "#app/ui/input.tsx";
import { usePartyForm } from "./party-form-state.ts";
import { QuestionFields } from "./question-fields.tsx";

interface PersonFieldsProps {
  row: PartyRow;
  /** On which ages count. */
  eventDay: Day;
  today: Day;
}

/** Somebody who is known: one tick, and below it what is asked of whoever is ticked. */
export function KnownPerson({ row, eventDay, today }: PersonFieldsProps) {
  const { t, wasTicked, errorsOf } = usePartyForm();
  const { id, isMember, birthDate } = row;
  const name = row.name ?? "";
  return (
    <li className="comes border-b border-rule py-1.5">
      <div className="comes-tick">
        <Checkbox
          id={`${id}.comes`}
          name={`${id}.comes`}
          value="1"
          defaultChecked={wasTicked(`${id}.comes`, "1", isMember)}
          label={
            <span className="font-semibold">
              {isMember ? t("registrations.me", { name }) : name}
            </span>
          }
          hint={row.role === "child" && birthDate ? <AgeWords {...{ birthDate, eventDay }} /> : ""}
          errors={["name", "role", "isMember", ...(birthDate ? ["birthDate"] : [])].flatMap(
            (field) => errorsOf(`${id}.${field}`),
          )}
        />
      </div>
      <div className="comes-more">
        <div className="ml-9 grid gap-3 pb-3 empty:hidden">
          <AskedOfPerson row={row} eventDay={eventDay} today={today} />
        </div>
      </div>
    </li>
  );
}

/** Somebody who is typed: a name, of a child with its birth date, and what is asked of them. */
export function NewPerson({ row, eventDay, today }: PersonFieldsProps) {
  const { t, was, wasTicked, errorsOf, typed, isLive, ofMember } = usePartyForm();
  const { id, role } = row;
  const birthDate = typed[`${id}.birthDate`]?.[0] ?? "";
  return (
    <div className="grid gap-3 pt-1">
      <Input
        id={`${id}.name`}
        name={`${id}.name`}
        label={t("registrations.name")}
        defaultValue={was(`${id}.name`)}
        maxLength={80}
        autoComplete="off"
        errors={errorsOf(`${id}.name`)}
      />
      {role === "child" && (
        <>
          <Input
            id={`${id}.birthDate`}
            name={`${id}.birthDate`}
            type="date"
            max={today}
            label={t("registrations.birthDate")}
            hint={
              isLive && /^\d{4}-\d{2}-\d{2}$/.test(birthDate) && birthDate <= today ? (
                <AgeWords birthDate={birthDate} eventDay={eventDay} />
              ) : (
                t("registrations.birthDate.day")
              )
            }
            defaultValue={was(`${id}.birthDate`)}
            errors={errorsOf(`${id}.birthDate`)}
          />
          <Sure id={id} birthDate={null} eventDay={eventDay} />
          {ofMember && (
            <Checkbox
              id={`${id}.keep`}
              name={`${id}.keep`}
              value="1"
              defaultChecked={wasTicked(`${id}.keep`, "1")}
              label={t("registrations.keep")}
              hint={t("registrations.keep.how")}
            />
          )}
        </>
      )}
      <AskedOfPerson row={row} eventDay={eventDay} today={today} />
    </div>
  );
}

/** Asked only of whoever would be less than a year old. */
function Sure({ id, birthDate, eventDay }: { id: string; birthDate: Day | null; eventDay: Day }) {
  const { t, problems, wasTicked } = usePartyForm();
  if (birthDate && ageOn(birthDate, eventDay) >= 1) return null;
  const asked = (problems[`${id}.birthDate`] ?? []).some(({ problem }) => problem === "under-one");
  if (!asked && !wasTicked(`${id}.sure`, "1")) return null;
  return (
    <Checkbox
      id={`${id}.sure`}
      name={`${id}.sure`}
      value="1"
      defaultChecked={wasTicked(`${id}.sure`, "1")}
      label={t("registrations.sure")}
    />
  );
}

/** How old a child is on the event's day, and in which group that puts it. */
function AgeWords({ birthDate, eventDay }: { birthDate: Day; eventDay: Day }) {
  const { t, plan } = usePartyForm();
  const age = ageOn(birthDate, eventDay);
  const key = bracketOf(plan.brackets, birthDate, eventDay);
  const bracket = plan.brackets.find((each) => each.key === key);
  return bracket
    ? t("registrations.bracket", { age, bracket: inLanguage(t.locale, bracket.name) })
    : t("registrations.age", { age });
}

function AskedOfPerson({ row, eventDay, today }: PersonFieldsProps) {
  const { t, plan, was, wasTicked, errorsOf, nearlyFull } = usePartyForm();
  const { id, role, isMember } = row;
  const { party, eligible, consents } = plan;
  return (
    <>
      {isMember && eligible.ageMin !== null && (
        <Input
          id={`${id}.birthDate`}
          name={`${id}.birthDate`}
          type="date"
          max={today}
          label={t("registrations.birthDate.own")}
          defaultValue={was(`${id}.birthDate`)}
          errors={errorsOf(`${id}.birthDate`)}
        />
      )}
      {role === "adult" && !isMember && party.companionPhone && (
        <Input
          id={`${id}.phone`}
          name={`${id}.phone`}
          type="tel"
          label={t("registrations.phone")}
          defaultValue={was(`${id}.phone`)}
          maxLength={30}
          autoComplete="off"
          errors={errorsOf(`${id}.phone`)}
        />
      )}
      {role === "adult" && party.licenceRequired && (
        <Checkbox
          id={`${id}.drives`}
          name={`${id}.drives`}
          value="1"
          defaultChecked={wasTicked(`${id}.drives`, "1")}
          label={t("registrations.drives")}
        />
      )}
      {role === "child" && row.name !== null && (
        <Sure id={id} birthDate={row.birthDate} eventDay={eventDay} />
      )}
      {role === "child" && consents.length > 0 && (
        <fieldset aria-describedby={`${id}.consents-error`}>
          <legend className="text-[0.9375rem] text-ink-soft">{t("registrations.consents")}</legend>
          {consents.map((consent) => (
            <Checkbox
              key={consent}
              id={`${id}.consents.${consent}`}
              name={`${id}.consents`}
              value={consent}
              defaultChecked={wasTicked(`${id}.consents`, consent)}
              label={t(`registrations.consent.${consent}`)}
            />
          ))}
          <FieldErrors id={`${id}.consents`} errors={errorsOf(`${id}.consents`)} />
        </fieldset>
      )}
      {role === "child" && party.care && (
        <Input
          id={`${id}.allergies`}
          name={`${id}.allergies`}
          label={t("registrations.allergies")}
          optional={t("registrations.optional")}
          defaultValue={was(`${id}.allergies`)}
          maxLength={500}
        />
      )}
      <QuestionFields of={role} prefix={`${id}.answer.`} />
      {nearlyFull && (
        <Checkbox
          id={`${id}.fewer`}
          name={`${id}.fewer`}
          value="1"
          defaultChecked={wasTicked(`${id}.fewer`, "1")}
          label={t("registrations.fewer")}
        />
      )}
    </>
  );
}

import { Form } from "@remix-run/react";
import { type FormEvent, type ReactNode, useCallback } from "react";
import type { EventIssues } from "#app/modules/events/event-issues.ts";
import type { EventChoices } from "#app/modules/events/load-edited-event.server.ts";
import type { MovedPart } from "#app/modules/events/moved.ts";
import { type RowAct, withRowAct } from "#app/modules/events/row-acts.ts";
import type { DatesBefore, TypedEvent } from "#app/modules/events/typed-event.ts";
import { typedEventOf } from "#app/modules/events/typed-event-form.ts";
import type { ImpactUnit } from "#app/modules/impact-units/impact-unit.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";
import {
  EventFormProvider,
  EventLine,
  EventMoment,
  EventNumber,
  EventSelect,
  EventTick,
} from "./event-field.tsx";
import { EventFormAgreements, EventFormQuestions } from "./event-form-asking.tsx";
import { EventFormWhat, EventFormWhen } from "./event-form-when.tsx";
import { EventFormEligible, EventFormParty, EventFormPlaces } from "./event-form-who.tsx";
import { RowActs } from "./event-rows.tsx";

export const FORM_PARTS = [
  "what",
  "when",
  "eligible",
  "party",
  "places",
  "price",
  "registering",
  "questions",
  "agreements",
  "after",
] as const;

interface EventFormProps {
  /** Its id, for what stands beside it. */
  id: string;
  action: string;
  typed: TypedEvent;
  issues: EventIssues;
  dates: { before: DatesBefore | null; isOpen: boolean };
  choices: EventChoices;
  currency: string;
  /** What the club counts of what is done together. */
  units: readonly ImpactUnit[];
  hidden: Readonly<Record<string, string | number>>;
  /** What moves, as whoever saves now has seen. */
  agreed: readonly MovedPart[];
  /** Called with the form as it is now, whenever something was typed, and with rows added or taken out. */
  onTyped: (form: HTMLFormElement, isChoice?: boolean) => void;
  onRows: (typed: TypedEvent) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Its buttons. */
  children: ReactNode;
}

/** All of an event that is typed, in one long form of ten parts. */
export function EventForm(props: EventFormProps) {
  const { typed, issues, dates, choices, hidden, onTyped, onRows, children } = props;
  const rowAct = useCallback(
    (act: RowAct, form: HTMLFormElement | null) => {
      if (!form) return;
      onRows(withRowAct(typedEventOf(new FormData(form)), act));
      onTyped(form);
    },
    [onRows, onTyped],
  );
  return (
    <EventFormProvider typed={typed} issues={issues} dates={dates}>
      <RowActs.Provider value={rowAct}>
        <Form
          method="post"
          id={props.id}
          action={props.action}
          noValidate
          onChange={(event) => onTyped(event.currentTarget, isChoice(event.target))}
          onSubmit={props.onSubmit}
        >
          {/* Enter saves; without this it would press the first button, which takes out a row. */}
          <button
            type="submit"
            name="intent"
            value="save"
            className="sr-only"
            tabIndex={-1}
            aria-hidden="true"
          />
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {props.agreed.map((part) => (
            <input key={part} type="hidden" name="agreed" value={part} />
          ))}
          <input type="hidden" name="coverId" value={typed.coverId} />
          <div>
            <EventFormWhat />
            <EventFormWhen />
            <EventFormEligible choices={choices} />
            <EventFormParty />
            <EventFormPlaces />
            <PricePart currency={props.currency} />
            <RegisteringPart />
            <EventFormQuestions />
            <EventFormAgreements />
            <AfterPart units={props.units} />
          </div>
          <div className="mt-8 flex flex-wrap gap-3">{children}</div>
        </Form>
      </RowActs.Provider>
    </EventFormProvider>
  );
}

const isChoice = (field: EventTarget) => field instanceof HTMLSelectElement;

function PricePart({ currency }: { currency: string }) {
  const t = useT();
  const options = (names: readonly ("free" | "points" | "deposit" | "money")[]) =>
    names.map((name) => ({ value: name, label: t(`eventKeeping.price.${name}`) }));
  return (
    <Section id="price" title={t("eventKeeping.part.price")}>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("eventKeeping.price.lead")}</p>
      <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">
        <EventSelect field="priceKind" options={options(["free", "points", "deposit", "money"])} />
        <EventNumber field="points" optional={t("eventKeeping.points.when")} />
        <EventNumber field="money" inputMode="decimal" optional={currency} />
        <EventSelect
          field="per"
          options={(["party", "person"] as const).map((per) => ({
            value: per,
            label: t(`eventKeeping.per.${per}`),
          }))}
        />
      </div>
    </Section>
  );
}

function RegisteringPart() {
  const t = useT();
  const optional = t("eventKeeping.optional");
  return (
    <Section id="registering" title={t("eventKeeping.part.registering")}>
      <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">
        <EventMoment field="opensAt" optional={optional} hint={t("eventKeeping.opensAt.hint")} />
        <EventNumber field="goldHoursEarlier" hint={t("eventKeeping.gold.hint")} />
        <EventMoment field="closesAt" optional={optional} hint={t("eventKeeping.closesAt.hint")} />
        <EventMoment
          field="freeUntil"
          optional={optional}
          hint={t("eventKeeping.freeUntil.hint")}
        />
      </div>
      <div className="mt-4 grid items-end gap-x-6 gap-y-4 sm:grid-cols-3">
        <EventTick field="waitlist" hint={t("eventKeeping.waitlist.hint")} />
        <EventNumber field="offerHours" />
        <EventNumber field="waitlistHoursBefore" />
      </div>
    </Section>
  );
}

function AfterPart({ units }: { units: readonly ImpactUnit[] }) {
  const { t, locale } = useWords();
  const own = t("eventKeeping.impact.own");
  return (
    <Section id="after" title={t("eventKeeping.part.after")}>
      <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">
        <EventNumber field="attendancePoints" hint={t("eventKeeping.attendance.hint")} />
        <EventSelect
          field="impactPer"
          options={[
            { value: "", label: t("eventKeeping.impact.none") },
            { value: "party", label: t("eventKeeping.per.party") },
            { value: "person", label: t("eventKeeping.per.person") },
          ]}
        />
        <EventSelect
          field="impactUnit"
          options={[
            ...units.map(({ key, many, zh }) => ({
              value: key,
              label: inLanguage(locale, { en: many, zh }),
            })),
            { value: "", label: t("eventKeeping.impact.else") },
          ]}
        />
        <EventNumber field="impactPoints" hint={t("eventKeeping.impact.points.hint")} />
        <EventLine
          field="impactOneEn"
          lang="en"
          maxLength={60}
          optional={own}
          placeholder={t("eventKeeping.impact.one.example")}
        />
        <EventLine
          field="impactEn"
          lang="en"
          maxLength={60}
          optional={own}
          placeholder={t("eventKeeping.impact.many.example")}
        />
        <EventLine
          field="impactZh"
          lang="zh-CN"
          maxLength={60}
          optional={own}
          placeholder={t("eventKeeping.impact.zh.example")}
        />
      </div>
    </Section>
  );
}

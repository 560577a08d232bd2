import type { EventChoices } from "#app/modules/events/load-edited-event.server.ts";
import { childConsents, limitUnits } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { useProgrammeName } from "#app/site/use-programme-name.ts";
import { Section } from "#app/ui/page.tsx";
import { EventChosen, EventLine, EventNumber, EventTick, useEventForm } from "./event-field.tsx";
import { PAIR } from "./event-form-when.tsx";
import { EventRows, RowLine, RowSelect } from "./event-rows.tsx";

const ROW = "grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 min-[70rem]:grid-cols-4";

/** Who may come at all: nothing said is everybody. */
export function EventFormEligible({ choices }: { choices: EventChoices }) {
  const { t } = useEventForm();
  const programmeName = useProgrammeName();
  const optional = t("eventKeeping.optional");
  return (
    <Section id="eligible" title={t("eventKeeping.part.eligible")}>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("eventKeeping.eligible.lead")}</p>
      <div className={PAIR}>
        <EventTick field="goldOnly" />
        <EventTick field="adultsOnly" hint={t("eventKeeping.adultsOnly.hint")} />
        <EventNumber field="activeWithinMonths" optional={optional} />
        <EventNumber field="ageMin" optional={optional} />
        <EventLine
          field="carModels"
          maxLength={200}
          optional={optional}
          hint={t("eventKeeping.carModels.hint")}
          className="sm:col-span-2"
        />
        {choices.stores.length > 1 && (
          <EventChosen field="storeIds" options={storeOptions(t.locale, choices.stores)} />
        )}
        {choices.programmes.length > 1 && (
          <EventChosen
            field="programmes"
            options={choices.programmes.map((name) => ({
              value: name,
              label: programmeName(name),
            }))}
          />
        )}
      </div>
    </Section>
  );
}

/** Who makes up a party, and what is asked about children. */
export function EventFormParty() {
  const { t, typed } = useEventForm();
  return (
    <Section id="party" title={t("eventKeeping.part.party")}>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("eventKeeping.party.lead")}</p>
      <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 min-[70rem]:grid-cols-5">
        <EventNumber field="adultsMin" />
        <EventNumber field="adultsMax" />
        <EventNumber field="childrenMin" />
        <EventNumber field="childrenMax" />
        <EventNumber field="childrenPerAdult" optional={t("eventKeeping.optional")} />
      </div>
      <div className={`${PAIR} mt-4`}>
        <div>
          <EventTick field="companionPhone" />
          <EventTick field="carRequired" hint={t("eventKeeping.carRequired.hint")} />
          <EventTick field="licenceRequired" hint={t("eventKeeping.licence.hint")} />
          <EventTick field="care" hint={t("eventKeeping.care.hint")} />
        </div>
        <EventChosen
          field="consents"
          options={childConsents.map((consent) => ({
            value: consent,
            label: t(`eventKeeping.consent.${consent}`),
          }))}
        />
      </div>
      <h3 className="mt-6 mb-1">{t("eventKeeping.brackets")}</h3>
      <p className="mb-3 max-w-prose text-ink-soft">{t("eventKeeping.brackets.lead")}</p>
      <EventRows
        list="brackets"
        nameOf={(number) => t("eventKeeping.bracketNumbered", { number })}
        add={t("eventKeeping.brackets.add")}
      >
        {(path, index) => {
          const row = typed.brackets[index];
          const age = { inputMode: "numeric", maxLength: 3 } as const;
          return (
            <div className={ROW}>
              <RowLine path={path} field="nameEn" value={row?.nameEn ?? ""} />
              <RowLine path={path} field="nameZh" value={row?.nameZh ?? ""} />
              <RowLine path={path} field="ageFrom" value={row?.ageFrom ?? ""} rest={age} />
              <RowLine path={path} field="ageTo" value={row?.ageTo ?? ""} rest={age} />
            </div>
          );
        }}
      </EventRows>
    </Section>
  );
}

/** The one table of places. */
export function EventFormPlaces() {
  const { t, typed } = useEventForm();
  const named = (rows: readonly { key: string; nameEn: string; nameZh: string }[], all: string) => [
    { value: "", label: all },
    ...rows.map(({ key, nameEn, nameZh }, index) => ({
      value: key,
      label:
        inLanguage(t.locale, { en: nameEn, zh: nameZh }) ||
        t("eventKeeping.unnamed", { number: index + 1 }),
    })),
  ];
  return (
    <Section id="places" title={t("eventKeeping.part.places")}>
      <p className="-mt-1 mb-3 max-w-prose text-ink-soft">{t("eventKeeping.places.lead")}</p>
      <EventRows
        list="limits"
        nameOf={(number) => t("eventKeeping.limitNumbered", { number })}
        add={t("eventKeeping.places.add")}
      >
        {(path, index) => {
          const row = typed.limits[index];
          return (
            <div className={ROW}>
              <RowLine
                path={path}
                field="most"
                value={row?.most ?? ""}
                rest={{ inputMode: "numeric", maxLength: 7 }}
              />
              <RowSelect
                path={path}
                field="unit"
                value={row?.unit ?? "people"}
                options={limitUnits.map((unit) => ({
                  value: unit,
                  label: t(`eventKeeping.unit.${unit}`),
                }))}
              />
              {typed.sessions.length > 0 || row?.session ? (
                <RowSelect
                  path={path}
                  field="session"
                  value={row?.session ?? ""}
                  options={named(typed.sessions, t("eventKeeping.session.all"))}
                />
              ) : (
                <input type="hidden" name={`${path}.session`} value="" />
              )}
              {typed.brackets.length > 0 || row?.bracket ? (
                <RowSelect
                  path={path}
                  field="bracket"
                  value={row?.bracket ?? ""}
                  options={named(typed.brackets, t("eventKeeping.bracket.all"))}
                />
              ) : (
                <input type="hidden" name={`${path}.bracket`} value="" />
              )}
            </div>
          );
        }}
      </EventRows>
    </Section>
  );
}

import type {
  OwnPerson,
  ShownRegistration,
} from "#app/modules/registrations/load-own-registration.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Section } from "#app/ui/page.tsx";

/** When and where it is, what was paid, and who comes. */
export function OwnFacts({ registration }: { registration: ShownRegistration }) {
  const t = useT();
  const figures = useFigures();
  const { state, event, session, startsAt, endsAt, points, isDeposit, moneyMinor } = registration;
  const { currency, cars, carPlate } = registration;
  return (
    <>
      <Section id="people" title={t("registrations.people")}>
        <ul className="border-t border-rule">
          {registration.people.map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
        </ul>
      </Section>
      <Section id="facts" title={t("registrations.facts")}>
        <KeyValue
          facts={[
            { label: t("events.when"), value: figures.span(startsAt, endsAt) },
            ...(session ? [{ label: t("registrations.session.own"), value: session }] : []),
            {
              label: t("events.where"),
              value: [event.place, event.address].filter(Boolean).map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              )),
            },
            ...(cars > 0
              ? [
                  {
                    label: t("registrations.car"),
                    value: [carPlate, cars > 1 ? `× ${cars}` : ""].filter(Boolean).join(" "),
                  },
                ]
              : []),
            ...(points > 0 && state !== "cancelled" && !registration.came?.deposit
              ? [
                  {
                    label: t(isDeposit ? "registrations.deposit" : "registrations.points"),
                    value: <span className="figure">{figures.points(points)}</span>,
                  },
                ]
              : []),
            ...(moneyMinor > 0
              ? [
                  {
                    label: t("events.cost"),
                    value: (
                      <span className="figure">
                        {figures.moneyIn(moneyMinor, currency ?? "CNY")}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </>
  );
}

function PersonLine({ person }: { person: OwnPerson }) {
  const t = useT();
  const { name, state, age, bracket, role, drives } = person;
  const about = [
    role === "child" && age !== null ? t("registrations.age", { age }) : null,
    bracket,
    drives ? t("registrations.driving") : null,
  ].filter(Boolean);
  return (
    <li className="flex items-center justify-between gap-4 border-b border-rule py-2">
      <span className="min-w-0">
        <span className={state === "out" ? "line-through" : "font-semibold"}>{name}</span>
        {about.length > 0 && (
          <span className="block text-[0.9375rem] text-ink-soft">{about.join(" · ")}</span>
        )}
      </span>
      {(state !== "coming" || person.unpaid) && (
        <Badge tone={state === "out" ? "plain" : "warn"}>
          {t(`registrations.person.${state === "coming" ? "unpaid" : state}`)}
        </Badge>
      )}
    </li>
  );
}

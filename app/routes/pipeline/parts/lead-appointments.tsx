import { Form } from "@remix-run/react";
import type { StoreChoice } from "#app/modules/club/load-stores.server.ts";
import { APPOINTMENT_KINDS, APPOINTMENT_OUTCOMES } from "#app/modules/pipeline/appointment.ts";
import type { LeadAppointment, LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { formErrors } from "#app/site/form-errors.ts";
import { storeOptions } from "#app/site/store-options.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import type { LeadActReply } from "./act-on-lead.server.ts";

interface LeadAppointmentsProps {
  lead: LeadPage;
  stores: StoreChoice[];
  requestKey: string;
  refused: LeadActReply | undefined;
  /** Nothing is arranged with who has no lead that goes on. */
  canAct: boolean;
  /** An instant as a field of a form shows it. */
  typedMoments: Record<number, string>;
}

/** When the friend comes, in which car, and what became of it. */
export function LeadAppointments(props: LeadAppointmentsProps) {
  const t = useT();
  const { lead, stores, requestKey, refused, canAct, typedMoments } = props;
  const isNew = refused?.intent === "appointment";
  if (lead.appointments.length === 0 && !canAct) return null;
  return (
    <Section id="appointments" title={t("pipeline.appointments.title")}>
      <ul className="border-t border-rule empty:hidden">
        {lead.appointments.map((each) => (
          <li key={each.id} className="border-b border-rule py-3">
            <Line leadId={lead.id} appointment={each} canAct={canAct} isTheirs={lead.isTheirs} />
            {canAct && each.state === "planned" && (
              <Disclosure
                summary={t("pipeline.appointment.change")}
                open={
                  refused?.intent === "appointment-change" &&
                  refused.form.initialValue?.appointmentId === String(each.id)
                }
              >
                <Form method="post" className="grid gap-4 sm:grid-cols-2">
                  <input type="hidden" name="intent" value="appointment-change" />
                  <input type="hidden" name="appointmentId" value={each.id} />
                  <input type="hidden" name="sequence" value={each.sequence} />
                  <Fields
                    id={`appointment-${each.id}`}
                    stores={stores}
                    typed={{
                      startsAt: typedMoments[each.id],
                      minutes: String(minutesOf(each)),
                      storeId: String(each.storeId ?? ""),
                      car: each.car,
                    }}
                    errors={
                      refused?.intent === "appointment-change" ? formErrors(refused.form, t) : {}
                    }
                  />
                  <div className="self-end">
                    <Button look="quiet">{t("pipeline.appointment.save")}</Button>
                  </div>
                </Form>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {canAct && (
        // Once one is made the form is shut and empty again, and makes no second one by a slip.
        <Disclosure
          key={lead.appointments.length}
          summary={t("pipeline.appointment.new")}
          open={isNew}
        >
          <Form method="post" className="grid gap-4 sm:grid-cols-2">
            <input type="hidden" name="intent" value="appointment" />
            <input type="hidden" name="requestKey" value={requestKey} />
            <Select
              id="appointment-kind"
              name="kind"
              label={t("pipeline.appointment.kind")}
              options={APPOINTMENT_KINDS.map((kind) => ({
                value: kind,
                label: t(`pipeline.appointment.kind.${kind}`),
              }))}
            />
            <Fields
              id="appointment"
              stores={stores}
              typed={
                isNew
                  ? (refused.form.initialValue ?? {})
                  : { minutes: "60", storeId: String(lead.store?.id ?? ""), car: lead.model }
              }
              errors={isNew ? formErrors(refused.form, t) : {}}
            />
            <div className="self-end">
              <Button look="quiet">{t("pipeline.appointment.make")}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

const minutesOf = ({ startsAt, endsAt }: LeadAppointment) =>
  Math.round((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60_000);

interface FieldsProps {
  id: string;
  stores: StoreChoice[];
  typed: Record<string, unknown>;
  errors: Record<string, string[] | undefined>;
}

function Fields({ id, stores, typed, errors }: FieldsProps) {
  const t = useT();
  const field = (name: string) => ({
    id: `${id}-${name}`,
    name,
    defaultValue: String(typed[name] ?? ""),
    errors: errors[name],
  });
  return (
    <>
      <Input
        {...field("startsAt")}
        type="datetime-local"
        required
        label={t("pipeline.appointment.at")}
      />
      <Input
        {...field("minutes")}
        inputMode="numeric"
        required
        label={t("pipeline.appointment.minutes")}
      />
      <Select
        {...field("storeId")}
        label={t("pipeline.col.store")}
        options={[
          { value: "", label: t("pipeline.store.none") },
          ...storeOptions(t.locale, stores),
        ]}
      />
      <Input
        {...field("car")}
        maxLength={100}
        label={t("pipeline.appointment.car")}
        optional={t("pipeline.optional")}
      />
    </>
  );
}

interface LineProps {
  leadId: number;
  appointment: LeadAppointment;
  canAct: boolean;
  isTheirs: boolean;
}

function Line({ leadId, appointment, canAct, isTheirs }: LineProps) {
  const t = useT();
  const figures = useFigures();
  const { id, kind, startsAt, endsAt, store, car, state } = appointment;
  const tone = state === "kept" ? "ok" : state === "missed" ? "warn" : "plain";
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold">{t(`pipeline.appointment.kind.${kind}`)}</span>
        <span>{figures.span(startsAt, endsAt)}</span>
        <Badge tone={tone}>{t(`pipeline.appointment.state.${state}`)}</Badge>
      </p>
      <p className="text-ink-soft">{[car, store].filter(Boolean).join(" · ")}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {canAct &&
          state === "planned" &&
          APPOINTMENT_OUTCOMES.map((outcome) => (
            <Form key={outcome} method="post">
              <input type="hidden" name="intent" value="appointment-end" />
              <input type="hidden" name="appointmentId" value={id} />
              <input type="hidden" name="outcome" value={outcome} />
              <Button look="quiet">{t(`pipeline.appointment.say.${outcome}`)}</Button>
            </Form>
          ))}
        {isTheirs && (
          <a href={`/admin/leads/${leadId}/appointments/${id}.ics`} download>
            {t("pipeline.appointment.ics")}
          </a>
        )}
      </div>
    </>
  );
}

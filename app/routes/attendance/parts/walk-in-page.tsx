import { Form, useNavigation } from "@remix-run/react";
import { WALK_IN_PEOPLE } from "#app/modules/attendance/walk-in.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice.tsx";
import { Input, Select } from "#app/ui/input.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { WalkInQuestions } from "./walk-in-questions.tsx";
import { WalkInRefused } from "./walk-in-refused.tsx";
import type { WalkInRefusal } from "./walk-in-request.server.ts";

/** What the form of a family that walks in asks, out of the event's plan. */
export type WalkInPlan = Pick<
  EventPlan,
  "title" | "sessions" | "agreements" | "consents" | "questions"
> & { carRequired: boolean; care: boolean };

/** @returns what of a plan the form needs. */
export const walkInPlan = (plan: EventPlan): WalkInPlan => {
  const { title, sessions, agreements, consents, questions, party } = plan;
  const { carRequired, care } = party;
  return { title, sessions, agreements, consents, questions, carRequired, care };
};

interface WalkInPageProps {
  plan: WalkInPlan;
  gate: string;
  requestKey: string;
  mayNameMember: boolean;
  reply?: { refusal: WalkInRefusal; typed: Record<string, string> };
}

/** A family at the gate that has not registered: it is registered like any other, and is in. */
export function WalkInPage({ plan, gate, requestKey, mayNameMember, reply }: WalkInPageProps) {
  const { t, locale } = useWords();
  const pending = useNavigation().formMethod === "POST";
  const typed = (name: string) => reply?.typed[name];
  return (
    <div className="max-w-xl">
      <BackLink to={gate}>{t("attendance.title")}</BackLink>
      <PageHeader
        title={t("attendance.walkIn.title")}
        lead={t("attendance.walkIn.lead", { event: inLanguage(locale, plan.title) })}
      />
      {reply && <WalkInRefused refusal={reply.refusal} />}
      <Form method="post" className="mt-4 grid gap-5">
        <input type="hidden" name="requestKey" value={requestKey} />
        {mayNameMember && (
          <Input
            id="member"
            name="member"
            label={t("attendance.walkIn.member")}
            hint={t("attendance.walkIn.memberHint")}
            autoComplete="off"
            defaultValue={typed("member")}
          />
        )}
        <Section id="people" title={t("attendance.walkIn.people")}>
          <p className="mb-3">{t("attendance.walkIn.peopleHint")}</p>
          {Array.from({ length: WALK_IN_PEOPLE }, (_, at) => (
            <PersonRow key={`row-${at + 1}`} at={at} care={plan.care} typed={typed} />
          ))}
        </Section>
        <Input
          id="phone"
          name="phone"
          type="tel"
          label={t("attendance.walkIn.phone")}
          autoComplete="off"
          defaultValue={typed("phone")}
        />
        {plan.sessions.length > 0 && (
          <Select
            id="session"
            name="session"
            label={t("attendance.walkIn.session")}
            options={plan.sessions.map(({ key, name }) => ({
              value: key,
              label: inLanguage(locale, name),
            }))}
            defaultValue={typed("session")}
          />
        )}
        {plan.carRequired && (
          <Input
            id="carPlate"
            name="carPlate"
            label={t("attendance.walkIn.plate")}
            autoComplete="off"
            defaultValue={typed("carPlate")}
          />
        )}
        {plan.care && (
          <>
            <Input
              id="emergencyName"
              name="emergencyName"
              label={t("attendance.walkIn.emergencyName")}
              autoComplete="off"
              defaultValue={typed("emergencyName")}
            />
            <Input
              id="emergencyPhone"
              name="emergencyPhone"
              type="tel"
              label={t("attendance.walkIn.emergencyPhone")}
              autoComplete="off"
              defaultValue={typed("emergencyPhone")}
            />
          </>
        )}
        <WalkInQuestions plan={plan} typed={typed} />
        {plan.agreements.length > 0 && (
          <Checkbox
            id="agreed"
            name="agreed"
            label={t("attendance.walkIn.agreed", {
              names: plan.agreements
                .map(({ name }) => inLanguage(locale, name))
                .join(locale === "en" ? ", " : "、"),
            })}
            defaultChecked={typed("agreed") === "on"}
          />
        )}
        {reply?.refusal.why === "full" && (
          <Input
            id="overReason"
            name="overReason"
            label={t("attendance.walkIn.over")}
            hint={t("attendance.walkIn.overHint")}
            autoComplete="off"
            maxLength={200}
            defaultValue={typed("overReason")}
          />
        )}
        <Button wide className="min-h-14! text-lg!" pending={pending}>
          {t("attendance.walkIn.submit")}
        </Button>
      </Form>
    </div>
  );
}

interface PersonRowProps {
  at: number;
  care: boolean;
  typed: (name: string) => string | undefined;
}

function PersonRow({ at, care, typed }: PersonRowProps) {
  const { t } = useWords();
  const number = at + 1;
  return (
    <fieldset className="mb-4 grid gap-3 border-t border-rule pt-3">
      <legend className="font-semibold">{t("attendance.walkIn.person", { number })}</legend>
      <div className="grid gap-3 xs:grid-cols-2">
        <Input
          id={`name-${at}`}
          name={`name-${at}`}
          label={t("attendance.walkIn.name")}
          autoComplete="off"
          maxLength={80}
          defaultValue={typed(`name-${at}`)}
        />
        <Input
          id={`born-${at}`}
          name={`born-${at}`}
          type="date"
          label={t("attendance.walkIn.born")}
          defaultValue={typed(`born-${at}`)}
        />
      </div>
      {care && (
        <Input
          id={`allergies-${at}`}
          name={`allergies-${at}`}
          label={t("attendance.walkIn.allergies")}
          autoComplete="off"
          defaultValue={typed(`allergies-${at}`)}
        />
      )}
    </fieldset>
  );
}

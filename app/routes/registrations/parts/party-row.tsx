import { Form, Link } from "@remix-run/react";
import type { ConsentingChild } from "#app/modules/child-consents/child-consent.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import { answerWords } from "#app/modules/parties/registration.ts";
import type { PartyList } from "#app/modules/registrations/load-parties.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import { ChildConsents } from "./child-consents.tsx";
import { whyNotYet } from "./own-words.ts";

/** With what is agreed for its children, for whoever may write that down. */
export type RosterParty = PartyList["parties"][number] & { consents: ConsentingChild[] };

interface PartyRowProps {
  party: RosterParty;
  plan: EventPlan;
  mayKeep: boolean;
  /** They may see what was paid. */
  mayPay: boolean;
}

/** A party: who it is, how it stands, what keeps it waiting, and what can be done about it. */
export function PartyRow({ party, plan, mayKeep, mayPay }: PartyRowProps) {
  const t = useT();
  const figures = useFigures();
  const { code, state, memberNumber, memberName, people, line, over, carPlate, payment } = party;
  const session = plan.sessions.find(({ key }) => key === party.session);
  const isActable = mayKeep && (state === "registered" || state === "waiting");
  const facts = [
    code,
    session && inLanguage(t.locale, session.name),
    carPlate,
    figures.moment(party.createdAt),
    t(`parties.source.${party.source as "owner" | "desk" | "api" | "walk-in"}`),
    payment === "open" ? t("parties.unpaid") : null,
  ].filter(Boolean);
  return (
    // What can be done ends in a line of its own.
    <li
      id={`party-${party.id}`}
      className={isActable ? "scroll-mt-6 pt-2" : "scroll-mt-6 border-b border-rule py-2"}
    >
      <div className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">
          {memberNumber ? (
            <Link to={`/admin/members/${memberNumber}`}>{memberName}</Link>
          ) : (
            (people[0]?.name ?? code)
          )}
        </span>
        <Badge tone={state === "registered" ? "ok" : state === "waiting" ? "warn" : "plain"}>
          {t(`parties.standing.${state}`)}
        </Badge>
        <span className="text-ink-soft">{facts.join(" · ")}</span>
      </div>
      <p>{people.map((person) => personWords(person)).join(t("parties.comma"))}</p>
      {mayKeep && <Answers party={party} />}
      {mayPay && party.payments.length > 0 && (
        <p className="flex flex-wrap gap-x-4">
          {party.payments.map(({ id, state: paid, amountMinor, currency }) => (
            <Link key={id} to={`/admin/payments/${id}`}>
              {t(`parties.payment.${paid}`, { sum: figures.moneyIn(amountMinor, currency) })}
            </Link>
          ))}
        </p>
      )}
      {over && (
        <p className="text-ink-soft">
          {t("parties.over", { by: over.by ?? "", reason: over.reason })}
        </p>
      )}
      {line && (
        <p>
          {t("parties.line", { place: line.place, of: line.of })}{" "}
          {line.offer
            ? t("parties.offered", { moment: figures.moment(line.offer.endsAt) })
            : whyNotYet(line, t, figures)}
        </p>
      )}
      {party.consents.length > 0 && (
        <Disclosure summary={t("parties.consents")}>
          <ChildConsents party={party.id} of={party.consents} />
        </Disclosure>
      )}
      {isActable && <PartyActs party={party} />}
    </li>
  );

  function personWords({
    name,
    role,
    bracket,
    state: stands,
  }: RosterParty["people"][number]): string {
    const group = plan.brackets.find(({ key }) => key === bracket);
    const about = [
      group && inLanguage(t.locale, group.name),
      role === "child" && !group && plan.brackets.length > 0 ? t("parties.noGroup") : null,
      stands === "coming" ? null : t(`parties.person.${stands}`),
    ].filter(Boolean);
    return about.length > 0 ? `${name} (${about.join(", ")})` : name;
  }
}

/** What they answered while registering, also to what is asked no more. */
function Answers({ party: { answers, people } }: { party: RosterParty }) {
  const t = useT();
  const lines = [
    ...answers.map((answer) => ({ name: null, answer })),
    ...people.flatMap(({ name, answers: theirs }) => theirs.map((answer) => ({ name, answer }))),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="text-ink-soft">
      {lines.map(({ name, answer }) => (
        <li key={`${name} ${answer.question}`}>
          {t(name === null ? "parties.answer" : "parties.answer.of", {
            name: name ?? "",
            question: inLanguage(t.locale, answer.label),
            answer: answerWords(answer, t.locale),
          })}
        </li>
      ))}
    </ul>
  );
}

function PartyActs({ party }: { party: RosterParty }) {
  const t = useT();
  const { id, line } = party;
  return (
    <Disclosure summary={t("parties.acts")}>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="party" value={id} />
        <Input
          id={`reason-${id}`}
          name="reason"
          label={t("parties.reason")}
          hint={t("parties.reason.hint")}
          required
          maxLength={REASON_AT_MOST}
          className="min-w-0 flex-1 basis-64"
        />
        {line && (
          <>
            <Button look="quiet" name="intent" value="let-in">
              {t("parties.letIn")}
            </Button>
            <Button look="quiet" name="intent" value="leave">
              {t("parties.leave")}
            </Button>
          </>
        )}
        <Button look="danger" name="intent" value="cancel">
          {t("parties.cancel")}
        </Button>
      </Form>
    </Disclosure>
  );
}

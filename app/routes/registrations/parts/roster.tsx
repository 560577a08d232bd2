import { Link } from "@remix-run/react";
import { type RegistrationState, registrationStates } from "#app/modules/parties/registration.ts";
import type { PartyList } from "#app/modules/registrations/load-parties.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { EventPlaces } from "#app/site/event-places.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { PartyRow, type RosterParty } from "./party-row.tsx";

/** What can have been done to a party just now. */
export const ROSTER_DONE = ["registered", "cancel", "let-in", "leave", "consent"] as const;

interface RosterProps extends Omit<PartyList, "parties"> {
  parties: RosterParty[];
  /** Those that are shown; null for all. */
  state: RegistrationState | null;
  /** Parties that are over a limit, and nobody has decided about. */
  over: number;
  mayKeep: boolean;
  mayPay: boolean;
  mayExport: boolean;
  done: (typeof ROSTER_DONE)[number] | null;
  reply: { form: FormReply; refused: string | null } | undefined;
}

/** Who comes to an event, and who waits. */
export function Roster(props: RosterProps) {
  const t = useT();
  const figures = useFigures();
  const { event, parties, next, counts, state, over, mayKeep, mayPay, mayExport, done, reply } =
    props;
  const errors = formErrors(reply?.form, t);
  const at = `/admin/events/${event.id}/parties`;
  const total = Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <>
      <BackLink to="/admin/events">{t("parties.back")}</BackLink>
      <EventPlaces eventId={event.id} />
      <PageHeader
        title={inLanguage(t.locale, event.plan.title)}
        lead={`${t("parties.title")} · ${figures.span(event.plan.startsAt, event.plan.endsAt)}`}
        actions={
          mayExport && (
            <a href={`${at}.csv`} className="button button-quiet" download>
              {t("parties.export")}
            </a>
          )
        }
      />
      {(done || reply) && (
        <div className="mb-6 grid gap-3">
          {done && !reply && <Notice tone="ok">{t(`parties.done.${done}`)}</Notice>}
          {reply?.refused && <Notice tone="refusal">{t("parties.refused")}</Notice>}
          {errors.reason && <Notice tone="refusal">{errors.reason.join(" ")}</Notice>}
        </div>
      )}
      {over > 0 && (
        <p className="mb-4">
          <Link to={`/admin/events/${event.id}/over`}>
            {t("parties.overCapacity", { count: over })}
          </Link>
        </p>
      )}
      <FilterChips
        label={t("parties.filter")}
        choices={[null, ...registrationStates].map((each) => ({
          to: each ? `${at}?state=${each}` : at,
          label: t(`parties.state.${each ?? "all"}`, { count: each ? (counts[each] ?? 0) : total }),
          current: each === state,
        }))}
      />
      {parties.length === 0 && <p className="text-ink-soft">{t("parties.none")}</p>}
      <ul className="border-t border-rule empty:hidden">
        {parties.map((party) => (
          <PartyRow
            key={party.id}
            party={party}
            plan={event.plan}
            mayKeep={mayKeep}
            mayPay={mayPay}
          />
        ))}
      </ul>
      {next && (
        <p className="mt-6">
          <Link to={`${at}?after=${next}${state ? `&state=${state}` : ""}`}>
            {t("parties.more")}
          </Link>
        </p>
      )}
    </>
  );
}

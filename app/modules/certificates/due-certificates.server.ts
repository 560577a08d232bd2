import { loadKeptMarks } from "#app/modules/attendance/load-kept-marks.server.ts";
import { staysOf } from "#app/modules/attendance/presence.ts";
import type { Honour } from "#app/modules/contest-results/load-honours.server.ts";
import type { EventPlan } from "#app/modules/events/plan.ts";
import { loadImpactOfEvent } from "#app/modules/impact/load-impact.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { CertificateKind, CertificateSays } from "./certificate.ts";
import type { DueCertificate } from "./decide-issue.ts";

type Person = {
  id: number;
  registrationId: number;
  name: string;
  state: string;
  familyMemberId: number | null;
};

/** What an event's people are to have now: everybody who came, and whoever won something. */
export async function loadDueCertificates(
  on: Db,
  { id: eventId, plan }: { id: number; plan: EventPlan },
  honours: readonly Honour[],
): Promise<DueCertificate[]> {
  const people = await loadPeople(on, eventId);
  const came = whoCame(people, staysOf(await loadKeptMarks(on, eventId)));
  const impact = await loadImpactOfEvent(on, eventId);
  const byId = new Map(people.map((person) => [person.id, person]));
  const { title: event, drawing, startsAt, place } = plan;
  const about = { event, drawing, startsAt, place };
  const made = (
    { id: personId, registrationId, familyMemberId, name }: Person,
    kind: CertificateKind,
    of: Pick<DueCertificate, "contestId" | "bracket">,
    honour: Partial<CertificateSays>,
  ): DueCertificate => ({
    ...{ personId, familyMemberId, kind, name, ...of },
    says: {
      ...about,
      ...{ contest: null, bracket: null, rank: null, award: null },
      impact: kind === "took-part" ? impact.of(registrationId, personId) : null,
      ...honour,
    },
  });
  return [
    ...came.map((person) => made(person, "took-part", { contestId: null, bracket: null }, {})),
    ...honours.flatMap((honour) => {
      const person = byId.get(honour.registrationPersonId ?? 0);
      const { contestId, contest, bracket, rank, award } = honour;
      const of = { contestId, bracket: bracket?.key ?? null };
      const kind = rank === null ? "award" : "place";
      return person
        ? [made(person, kind, of, { contest, bracket: bracket?.name ?? null, rank, award })]
        : [];
    }),
  ];
}

/** Those of whom there is a name. */
const loadPeople = (on: Db, eventId: number) => on.$queryRaw<Person[]>`
  select id, registration_id as "registrationId", name, state, family_member_id as "familyMemberId"
  from registration_person where event_id = ${eventId} and name not in ('', '—')
  order by registration_id, id`;

/** Whoever was let in was there; of a party that was let in as a whole, everybody who had a place. */
function whoCame(people: readonly Person[], stays: ReturnType<typeof staysOf>): Person[] {
  const here = stays.filter(({ answer }) => answer === "recorded" || answer === "no-place");
  const byName = new Set(here.map(({ personId }) => personId));
  const wholeParties = new Set(
    here.flatMap(({ personId, registrationId }) => (personId === null ? [registrationId] : [])),
  );
  return people.filter(
    ({ id, registrationId, state }) =>
      byName.has(id) || (state === "coming" && wholeParties.has(registrationId)),
  );
}

import type { Stay } from "#app/modules/attendance/presence.ts";
import type { PersonState } from "#app/modules/parties/registration.ts";

/** Whom an event counts: parties, or each of their people. */
export type Per = "party" | "person";

export type PartyOfDay = {
  registrationId: number;
  people: { id: number; name: string; state: PersonState }[];
};

/**
 * The parties that came, with those of their people who did, in their order. Of a party that was let in as a whole
 * everybody came who had a place. Whoever was let in was there, also where their registration had been cancelled.
 */
export function whoCame<Party extends PartyOfDay>(
  stays: readonly Stay[],
  parties: readonly Party[],
): Party[] {
  const byName = new Set(stays.map(({ personId }) => personId));
  const came = new Set(stays.map(({ registrationId }) => registrationId));
  return parties.flatMap((party) => {
    if (!came.has(party.registrationId)) return [];
    const named = party.people.filter(({ id }) => byName.has(id));
    const whole = party.people.filter(({ state }) => state === "coming");
    return [{ ...party, people: named.length > 0 ? named : whole }];
  });
}

/** What a count is of: a party, or one of its people. */
export type CountOf = { registrationId: number; personId: number | null };

/** A name for it, for maps and the fields of a form: `12` or `12.34`. */
export const nameOfCount = ({ registrationId, personId }: CountOf): string =>
  personId === null ? String(registrationId) : `${registrationId}.${personId}`;

/** All that can be counted of those who came. */
export const countsOf = (came: readonly PartyOfDay[], per: Per): CountOf[] =>
  came.flatMap(({ registrationId, people }): CountOf[] =>
    per === "party"
      ? [{ registrationId, personId: null }]
      : people.map(({ id }) => ({ registrationId, personId: id })),
  );

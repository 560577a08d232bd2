import type { Enterable } from "#app/modules/contests/load-entries.server.ts";

const MOST = 8;

/** Who is meant by what was typed or read: part of a name, a party's code, or what its QR says. */
export function findPeople<Person extends Pick<Enterable, "name" | "code" | "token">>(
  people: readonly Person[],
  typed: string,
): Person[] {
  const sought = plain(typed);
  if (sought === "") return [];
  const ofParty = people.filter(
    ({ code, token }) => plain(code) === sought || typed.trim().endsWith(token),
  );
  if (ofParty.length > 0) return ofParty;
  return people.filter(({ name }) => plain(name).includes(sought)).slice(0, MOST);
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");

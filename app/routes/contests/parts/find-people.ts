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

/** Whether an entry is meant by a number, or by part of a name; nothing typed means everybody. */
export function isMeant(
  { number, name }: { number: number; name: string | null },
  typed: string,
): boolean {
  const sought = plain(typed);
  return String(number) === sought || (!/^\d+$/.test(sought) && plain(name ?? "").includes(sought));
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");

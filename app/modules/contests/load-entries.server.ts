import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { EntryState } from "./entries-of.server.ts";

/** So many entries stand on a page. */
const PAGE = 40;

/**
 * A page of a contest's entries by their numbers, for staff: with names, also those that were withdrawn.
 *
 * @param of.after the last number of the page before; `unsettled` only those that wait for something.
 */
export async function loadEntries(
  on: Db,
  contestId: number,
  { after, unsettled }: { after: number; unsettled: readonly number[] | null },
) {
  const number = { gt: after, ...(unsettled && { in: [...unsettled] }) };
  const rows = await findEntries(on, { contestId, number }, PAGE + 1);
  const entries = rows.slice(0, PAGE).map(keptEntry);
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.number ?? null) : null };
}

/** Every entry of a contest that is in, for the table at which times are taken: whoever comes next is among them. */
export async function loadAllEntries(on: Db, contestId: number): Promise<KeptEntry[]> {
  return (await findEntries(on, { contestId, state: "in" })).map(keptEntry);
}

const findEntries = (on: Db, where: Prisma.ContestEntryWhereInput, take?: number) =>
  on.contestEntry.findMany({
    ...{ where, take },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, number: true, bracket: true, state: true, source: true, note: true },
      ...{ erasedAt: true, createdAt: true },
      person: { select: { name: true, state: true } },
      registration: { select: { code: true, state: true } },
      pictures: { where: { removedAt: null }, take: 1, select: { id: true } },
      attempts: { orderBy: { attempt: "asc" } },
    },
  });

type Row = Awaited<ReturnType<typeof findEntries>>[number];

const keptEntry = ({ person, registration, pictures, ...entry }: Row) => ({
  ...{ id: entry.id, number: entry.number, bracket: entry.bracket, note: entry.note },
  state: entry.state as EntryState,
  source: entry.source as "spot" | "home",
  isErased: entry.erasedAt !== null,
  name: person?.name ?? null,
  code: registration?.code ?? null,
  /** They do not come any more. */
  isOut: person?.state === "out" || (registration !== null && registration.state !== "registered"),
  pictureId: pictures[0]?.id ?? null,
  attempts: entry.attempts.map(({ id, attempt, value, takenBackWhy, addedWhy }) => ({
    ...{ id, attempt, value, takenBackWhy, addedWhy },
  })),
});

export type KeptEntry = ReturnType<typeof keptEntry>;

/** Somebody of an event whom a device finds by name or by their party's code. All of it is JSON. */
export type Enterable = {
  id: number;
  name: string;
  role: "adult" | "child";
  bracket: string | null;
  code: string;
  token: string;
  registrationId: number;
  /** The number of the entry that they have. */
  number: number | null;
  entryId: number | null;
};

/**
 * Who of an event can be entered into a contest, by their names: everybody of its parties, for whoever was let in is
 * there. Children alone where it is for children.
 */
export async function loadEnterable(
  on: Db,
  { id, eventId, openTo }: { id: number; eventId: number; openTo: "children" | "everybody" },
): Promise<Enterable[]> {
  const people = await on.registrationPerson.findMany({
    where: {
      eventId,
      ...(openTo === "children" && { role: "child" }),
      registration: { state: { in: ["registered", "waiting"] } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, name: true, role: true, bracket: true, registrationId: true },
      registration: { select: { code: true, token: true } },
      contestEntries: { where: { contestId: id, state: "in" }, select: { id: true, number: true } },
    },
  });
  return people.map(({ registration, contestEntries, role, ...person }) => ({
    ...person,
    ...registration,
    role: role as "adult" | "child",
    number: contestEntries[0]?.number ?? null,
    entryId: contestEntries[0]?.id ?? null,
  }));
}

import { Prisma } from "#app/generated.server/prisma/client.ts";
import { removeCarsOf } from "#app/modules/garage/imported-cars.server.ts";
import type { KeptReason, Undone } from "#app/modules/imports/import-reversal.ts";
import { liveOpenings } from "#app/modules/ledger/lots-sql.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { reverseMany } from "#app/modules/ledger/reverse-many.server.ts";
import { removeNotificationChoices } from "#app/modules/letters/erase-letters.server.ts";
import { removeTiers } from "#app/modules/standing/write-tier-periods.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { KEPT_BECAUSE } from "./kept-because.server.ts";
import { restoreContacts } from "./restore-contacts.server.ts";

/** What became of some rows of a roster, and the line of the last of them. */
export type UndoneMembers = { undone: Undone[]; after: number };

type Row = { row_number: number; outcome: "new" | "corrected"; subject: string };
type Added = {
  row_number: number;
  member_id: number;
  number: string;
  person_id: number;
  person_is_new: boolean;
  kept: KeptReason | null;
  openings: [entryId: number, points: number][];
};

/**
 * Takes back what a roster did by its next rows, in the caller's transaction: members whom it brought in and
 * who have done nothing since are removed with their cards, cars and opening balances; names, phones and
 * e-mails it corrected are put back where they are still as the roster had them.
 *
 * @returns null when no row is left.
 */
export async function undoMembers(
  db: Db,
  importId: number,
  page: { after: number; limit: number },
  bookAt?: Date,
): Promise<UndoneMembers | null> {
  const rows = await db.$queryRaw<Row[]>`
    select row_number, outcome, subject from import_row
    where import_id = ${importId} and row_number > ${page.after} and outcome in ('new', 'corrected')
    order by row_number limit ${page.limit}`;
  const last = rows.at(-1);
  if (!last) return null;
  const numbered = (outcome: Row["outcome"]) => rows.filter((row) => row.outcome === outcome);
  const added = await lockAdded(db, importId, numbered("new"));
  const going = added.filter(({ kept }) => kept === null);
  await takeOpeningsBack(db, going, bookAt);
  await removeMembers(db, going);
  const corrected = await restoreContacts(
    db,
    importId,
    numbered("corrected").map(({ row_number }) => row_number),
  );
  return { undone: [...added.map(undoneOf), ...corrected], after: last.row_number };
}

function undoneOf({ row_number, number, kept, openings }: Added): Undone {
  if (kept) return { rows: [row_number], outcome: "kept", because: kept };
  const points = openings.reduce((sum, [, each]) => sum + each, 0);
  return {
    rows: [row_number],
    outcome: "removed",
    ...(points > 0 ? { moves: [[number, -points]] } : {}),
  };
}

/** The members that rows added, locked, with what keeps them here and the openings that are not lapsed. */
async function lockAdded(db: Db, importId: number, rows: readonly Row[]): Promise<Added[]> {
  if (rows.length === 0) return [];
  const asked = rows.map(({ row_number, subject }) => ({ row_number, number: subject }));
  await db.$queryRaw`
    select person.id from member join person on person.id = member.person_id
    where member.import_id = ${importId} and member.number = any(${asked.map((row) => row.number)})
    order by person.id for update`;
  const found = await db.$queryRaw<
    (Omit<Added, "openings"> & { openings: [number, number][] | null })[]
  >`
    select q.row_number, m.id as member_id, m.number, p.id as person_id,
      p.created_at = m.created_at as person_is_new,
      ${KEPT_BECAUSE} as kept,
      ${liveOpenings(Prisma.sql`m.account_id`)} as openings
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as q (row_number int, number text)
    join member m on m.number = q.number and m.import_id = ${importId}
    join person p on p.id = m.person_id
    order by q.row_number`;
  return found.map((row) => ({ ...row, openings: row.openings ?? [] }));
}

async function takeOpeningsBack(db: Db, going: readonly Added[], bookAt?: Date): Promise<void> {
  await reverseMany(
    db,
    going.flatMap(({ openings }) =>
      openings.map(([entryId]) => ({
        scope: "opening-taken-back",
        key: String(toPoints(entryId)),
        entryId,
        meta: { for: "correction" as const, reason: "import-reversed" },
      })),
    ),
    bookAt,
  );
}

/** Children before parents. */
async function removeMembers(db: Db, going: readonly Added[]): Promise<void> {
  if (going.length === 0) return;
  const members = going.map(({ member_id }) => member_id);
  const people = going.flatMap(({ person_id, person_is_new }) =>
    person_is_new ? [person_id] : [],
  );
  await removeCarsOf(db, members);
  await removeTiers(db, members);
  await db.$executeRaw`delete from member where id = any(${members}::int[])`;
  await removeNotificationChoices(db, people);
  await db.$executeRaw`delete from contact_correction where person_id = any(${people}::int[])`;
  await db.$executeRaw`delete from person where id = any(${people}::int[])`;
}

/** How many rows of a roster did something. */
export function countMembersToUndo(db: Db, importId: number): Promise<number> {
  return db.importRow.count({ where: { importId, outcome: { in: ["new", "corrected"] } } });
}

import { randomBytes } from "node:crypto";
import { importCars } from "#app/modules/garage/imported-cars.server.ts";
import type { ReportRow } from "#app/modules/imports/import-run.ts";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import type { Award } from "#app/modules/ledger/entry.ts";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { soundNames } from "#app/modules/person/sound-names.server.ts";
import { addTierPeriods } from "#app/modules/standing/write-tier-periods.server.ts";
import { writeAudits } from "#app/platform/audit.server.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { loadKnownContacts } from "./known-contacts.server.ts";
import { decideMember, type MemberDecision, type RosterMemberRow } from "./member-plan.ts";
import type { OpeningBalance } from "./roster-row.ts";

export type RosterContext = {
  time: ClubTime;
  /** The instant at which the opening balances were drawn up. */
  asOf: Date;
  /** For tests: the instant the ledger books at; its own clock otherwise. */
  bookAt?: Date;
  importId: number;
  /** Names the roster in the opening entries. */
  source: string;
};

type NewMember = Extract<MemberDecision, { outcome: "new" }>;
type Joining = { row: RosterMemberRow; decision: NewMember };

/**
 * Takes rows of the roster in: people, memberships, cards, cars, times of gold and opening balances. All
 * in the caller's transaction, by a fixed number of statements however many rows there are.
 *
 * @returns what became of each row.
 */
export async function importMemberRows(
  db: Db,
  rows: RosterMemberRow[],
  context: RosterContext,
): Promise<ReportRow[]> {
  const report: ReportRow[] = [];
  for (const part of withoutRepetitions(rows)) report.push(...(await takePart(db, part, context)));
  return report;
}

/** Cuts rows where one names a member, an e-mail or a car that a row before it in the same part names. */
function withoutRepetitions(rows: readonly RosterMemberRow[]): RosterMemberRow[][] {
  const parts: RosterMemberRow[][] = [];
  let named = new Set<string>();
  for (const row of rows) {
    const { number, email, car } = row.member;
    const names = [number, email, car?.vin, car?.plate].filter((name) => typeof name === "string");
    const part = parts.at(-1);
    if (!part || names.some((name) => named.has(name))) {
      parts.push([row]);
      named = new Set(names);
    } else {
      part.push(row);
      for (const name of names) named.add(name);
    }
  }
  return parts;
}

async function takePart(
  db: Db,
  rows: RosterMemberRow[],
  context: RosterContext,
): Promise<ReportRow[]> {
  const known = await loadKnownContacts(
    db,
    rows.map(({ member }) => member),
  );
  const decided = rows.map((row) => ({ row, decision: decideMember(row, known) }));
  await correctContacts(db, decided, context.importId);
  const joining = decided.flatMap(({ row, decision }) =>
    decision.outcome === "new" ? [{ row, decision }] : [],
  );
  if (joining.length > 0) await addMembers(db, joining, context);
  return decided.map(reportRow);
}

function reportRow({
  row,
  decision,
}: {
  row: RosterMemberRow;
  decision: MemberDecision;
}): ReportRow {
  const { number, openings } = row.member;
  const points = openings.reduce((sum, opening) => sum + opening.points, 0);
  const notes = decision.outcome === "rejected" ? row.flags : [...row.flags, ...decision.notes];
  return {
    rowNumber: row.line,
    outcome: decision.outcome,
    reason: decision.outcome === "rejected" ? decision.reason : null,
    subject: number,
    detail: {
      ...(decision.outcome === "new" && points > 0 ? { moves: [[number, points]] } : {}),
      ...(notes.length > 0 ? { notes: [...notes] } : {}),
    },
  };
}

/** Takes corrected contact data over, and writes down for each person that a file did so. */
async function correctContacts(
  db: Db,
  decided: { row: RosterMemberRow; decision: MemberDecision }[],
  importId: number,
): Promise<void> {
  const corrections = decided.flatMap(({ row, decision }) =>
    decision.outcome === "corrected" ? [{ line: row.line, ...decision }] : [],
  );
  const corrected = corrections.map(({ personId, contact }) => ({ id: personId, ...contact }));
  if (corrected.length === 0) return;
  await db.$executeRaw`
    update person set name = c.name, phone = c.phone, email = c.email
    from json_to_recordset(${JSON.stringify(corrected)}::json)
      as c (id int, name text, phone text, email text)
    where person.id = c.id`;
  await soundNames(
    db,
    corrected.map(({ id }) => id),
  );
  await db.contactCorrection.createMany({
    data: corrections.map(({ line, personId, former, contact }) => ({
      importId,
      rowNumber: line,
      personId,
      former,
      taken: contact,
    })),
  });
  await writeAudits(
    db,
    corrected.map(({ id }) => ({
      personId: null,
      action: "contact.corrected",
      subject: `person:${id}`,
      detail: { importId },
    })),
  );
}

async function addMembers(db: Db, joining: Joining[], context: RosterContext): Promise<void> {
  const personIds = await newIds(db, "person", joining.length);
  const memberIds = await newIds(db, "member", joining.length);
  const carIds = await newIds(db, "car", joining.length);
  const accounts = await openAccounts(
    db,
    memberIds.map((id) => `member:${id}`),
  );
  const added = joining.map(({ row: { member }, decision }, index) => {
    const memberId = memberIds[index] as number;
    return {
      personId: decision.personId ?? (personIds[index] as number),
      personIsNew: decision.personId === null,
      name: member.name,
      phone: member.phone,
      email: member.email,
      memberId,
      number: member.number,
      programme: member.programme,
      accountId: accounts.get(`member:${memberId}`) as number,
      joinedOn: member.joinedOn,
      cardToken: randomBytes(16).toString("base64url"),
    };
  });
  await writeMembers(db, JSON.stringify(added), context.importId);
  await addTierPeriods(
    db,
    joining.flatMap(({ row: { member } }, index) => {
      const memberId = memberIds[index] as number;
      if (!member.gold) return [];
      const { from: startsAt, until: endsAt } = member.gold;
      return [{ memberId, tier: "gold", startsAt, endsAt, cause: "imported" }];
    }),
  );
  await importCars(
    db,
    joining.flatMap(({ row: { member }, decision: { car } }, index) => {
      if (!car) return [];
      return {
        carId: car.carId ?? (carIds[index] as number),
        carIsNew: car.carId === null,
        vin: car.vin,
        plate: car.plate,
        model: member.car?.model ?? null,
        memberId: memberIds[index] as number,
        heldFrom: context.time.startOfDay(member.joinedOn),
      };
    }),
  );
  await soundNames(
    db,
    added.map(({ personId }) => personId),
  );
  await earnMany(
    db,
    joining
      .flatMap(({ row }, index) => openingEntries(row, added[index]?.accountId as number, context))
      .sort((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime()),
    context.bookAt,
  );
}

/** People and memberships, from one JSON array of them. */
async function writeMembers(db: Db, added: string, importId: number): Promise<void> {
  await db.$executeRaw`
    insert into person (id, name, phone, email)
    select a."personId", a.name, a.phone, a.email from json_to_recordset(${added}::json)
      as a ("personId" int, "personIsNew" boolean, name text, phone text, email text)
    where a."personIsNew"`;
  await db.$executeRaw`
    insert into member (id, person_id, number, programme, account_id, joined_on, card_token, import_id)
    select a.*, ${importId}::int from json_to_recordset(${added}::json)
      as a ("memberId" int, "personId" int, number text, programme text, "accountId" bigint,
        "joinedOn" date, "cardToken" text)`;
}

function openingEntries(row: RosterMemberRow, accountId: number, context: RosterContext): Award[] {
  return row.member.openings.map((opening, index) => {
    const effectiveAt = openedAt(opening, context);
    return {
      scope: "opening",
      // A roster that was taken back can be brought in again: its entries are others.
      key: `${row.member.number}/${index + 1}/${context.importId}`,
      accountId,
      kind: "opening",
      points: opening.points,
      availableAt: effectiveAt,
      lapsesAt: opening.lapsesAt,
      effectiveAt,
      meta: { for: "opening", source: context.source, row: row.line },
    };
  });
}

/** Points that had lapsed when the roster was drawn up are entered on their last day, and lapse at its end. */
function openedAt(
  { usableThrough, lapsesAt }: OpeningBalance,
  { asOf, time }: RosterContext,
): Date {
  return asOf < lapsesAt ? asOf : time.startOfDay(usableThrough);
}

async function newIds(db: Db, table: string, count: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: bigint }[]>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`;
  return rows.map(({ id }) => toPoints(id));
}

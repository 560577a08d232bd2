import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { LOCALES, type Locale } from "#app/platform/words/locale.ts";
import {
  type CertificateKind,
  type CertificateSays,
  type CertificateState,
  readSays,
} from "./certificate.ts";
import type { KeptCertificate } from "./decide-issue.ts";

/** A certificate that holds. One without a name, whose owner was erased, is confirmed and not printed again. */
export type ValidCertificate = KeptCertificate & {
  code: string;
  /** The language of the family whose it is. */
  locale: Locale;
};

/** One that can be printed. */
export type PrintedCertificate = ValidCertificate & { name: string };

const isPrinted = (one: ValidCertificate): one is PrintedCertificate => one.name !== null;

type Row = Omit<ValidCertificate, "says" | "locale"> & { says: unknown; locale: string | null };

async function loadValid(on: Db, where: Prisma.Sql): Promise<ValidCertificate[]> {
  const rows = await on.$queryRaw<Row[]>`
    select certificate.id, certificate.code, certificate.person_id as "personId", certificate.kind,
      certificate.contest_id as "contestId", certificate.bracket,
      certificate.entry_id as "entryId", certificate.name, certificate.name_typed as "nameTyped", certificate.says, party.locale
    from certificate
    left join registration_person person on person.id = certificate.person_id
    left join registration party on party.id = person.registration_id
    where certificate.state = 'valid' and ${where}`;
  return rows.map(({ says, locale, ...row }) => ({
    ...row,
    says: readSays(says),
    locale: LOCALES.find((each) => each === locale) ?? "en",
  }));
}

/** All of an event that hold: families together, as they registered. */
export const loadValidCertificates = (on: Db, eventId: number) =>
  loadValid(
    on,
    Prisma.sql`certificate.event_id = ${eventId}
      order by person.registration_id, certificate.person_id, certificate.id`,
  );

/** All of an event that can be printed. */
export const loadPrintedOfEvent = async (on: Db, eventId: number) =>
  (await loadValidCertificates(on, eventId)).filter(isPrinted);

/** One of an event that can be printed; null where there is none. */
export async function loadPrintedByCode(on: Db, eventId: number, code: string) {
  const found = await loadValid(
    on,
    Prisma.sql`certificate.event_id = ${eventId} and certificate.code = ${code}`,
  );
  return found.find(isPrinted) ?? null;
}

/** As many as a member's page shows: those of some years. */
const MOST_OWN = 100;

/** Those of a member's parties, the newest first. */
export const loadOwnCertificates = async (on: Db, memberId: number) =>
  (
    await loadValid(
      on,
      Prisma.sql`party.member_id = ${memberId} order by certificate.id desc limit ${MOST_OWN}`,
    )
  ).filter(isPrinted);

/** One of a member's parties; null where there is none that can be printed. */
export async function loadOwnCertificate(on: Db, memberId: number, code: string) {
  const found = await loadValid(
    on,
    Prisma.sql`party.member_id = ${memberId} and certificate.code = ${code}`,
  );
  return found.find(isPrinted) ?? null;
}

/** A certificate as staff see it. */
export type KeptListed = {
  id: number;
  code: string;
  kind: CertificateKind;
  /** Null of one whose owner was erased. */
  name: string | null;
  says: CertificateSays;
  state: CertificateState;
  endedAt: Date | null;
};

/** How many a page of the staff's has. */
const PAGE = 50;

/**
 * What was issued for an event, the newest first, those that ended too.
 *
 * @param find part of a name; empty for all.
 * @param before where the page before ended.
 */
export async function loadKeptCertificates(
  on: Db,
  eventId: number,
  { find, before }: { find: string; before: number | null },
): Promise<{ certificates: KeptListed[]; next: number | null }> {
  const rows = await on.certificate.findMany({
    where: {
      eventId,
      ...(find !== "" && { name: { contains: find, mode: "insensitive" } }),
      ...(before !== null && { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
    select: {
      ...{ id: true, code: true, kind: true, name: true, says: true, state: true, endedAt: true },
    },
  });
  const certificates = rows.slice(0, PAGE).map(({ says, kind, state, ...row }) => ({
    ...row,
    kind: kind as CertificateKind,
    state: state as CertificateState,
    says: readSays(says),
  }));
  return { certificates, next: rows.length > PAGE ? (certificates.at(-1)?.id ?? null) : null };
}

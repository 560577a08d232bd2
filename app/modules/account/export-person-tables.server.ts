import { loadNotificationChoices } from "#app/modules/letters/load-notification-choices.server.ts";
import { renderLetter } from "#app/modules/letters/render-letter.server.ts";
import { db } from "#app/platform/db.server.ts";
import { code } from "./export-cell.ts";
import type { ExportTable } from "./export-table.ts";
import { loadFamily } from "./load-family.server.ts";

const PAGE = 500;

const profile: ExportTable = {
  columns: [
    "name",
    "number",
    "email",
    "phone",
    "birthday",
    "language",
    "programme",
    "joinedOn",
    "closesAt",
  ],
  async *rows({ personId }) {
    const person = await db().person.findUniqueOrThrow({
      where: { id: personId },
      include: { member: true },
    });
    const { member } = person;
    const two = (part: number) => String(part).padStart(2, "0");
    yield [
      {
        name: person.name,
        number: member?.number ?? null,
        email: person.email,
        phone: person.phone,
        birthday:
          member?.birthMonth && member.birthDay
            ? `${two(member.birthMonth)}-${two(member.birthDay)}`
            : null,
        language: person.locale,
        programme: member?.programme ?? null,
        joinedOn: member?.joinedOn.toISOString().slice(0, 10) ?? null,
        closesAt: person.closesAt,
      },
    ];
  },
};

const consents: ExportTable = {
  columns: ["at", "kind", "given", "wording", "where"],
  async *rows({ personId }) {
    const rows = await db().consent.findMany({ where: { personId }, orderBy: { id: "asc" } });
    yield rows.map(({ createdAt, kind, given, wording, source }) => ({
      at: createdAt,
      kind: code(kind),
      given,
      wording,
      where: code(source),
    }));
  },
};

const letterChoices: ExportTable = {
  columns: ["kind", "wanted"],
  async *rows({ personId }) {
    const choices = await loadNotificationChoices(db(), personId);
    yield Object.entries(choices).map(([kind, { wanted }]) => ({ kind: code(kind), wanted }));
  },
};

const family: ExportTable = {
  columns: ["name", "relation", "birthDate", "guardianAgreedAt"],
  async *rows({ member }) {
    if (!member) return;
    const people = await loadFamily(db(), member.id);
    yield people.map(({ name, relation, birthDate, guardianAgreedAt }) => ({
      name,
      relation: code(relation),
      birthDate,
      guardianAgreedAt,
    }));
  },
};

const letters: ExportTable = {
  columns: ["at", "to", "subject", "sentAt"],
  async *rows({ personId }) {
    for (let after = 0; ; ) {
      const page = await db().mail.findMany({
        where: { personId, id: { gt: after } },
        orderBy: { id: "asc" },
        take: PAGE,
      });
      if (page.length === 0) return;
      after = page.at(-1)?.id ?? after;
      yield await Promise.all(
        page.map(async (mail) => ({
          at: mail.createdAt,
          to: mail.recipient,
          subject: await subjectOf(mail),
          sentAt: mail.sentAt,
        })),
      );
    }
  },
};

/** A letter of a version that is no more is named by its template. */
async function subjectOf(mail: Parameters<typeof renderLetter>[0]) {
  try {
    return (await renderLetter(mail)).subject;
  } catch {
    return mail.template;
  }
}

const signIns: ExportTable = {
  columns: ["at", "seenAt", "method", "browser", "address"],
  async *rows({ personId }) {
    const sessions = await db().session.findMany({
      where: { personId },
      orderBy: { createdAt: "asc" },
    });
    yield sessions.map(({ createdAt, seenAt, method, userAgent, address }) => ({
      at: createdAt,
      seenAt,
      method: code(method),
      browser: userAgent,
      address,
    }));
    const passkeys = await db().passkey.findMany({
      where: { personId },
      orderBy: { createdAt: "asc" },
    });
    yield passkeys.map(({ createdAt, lastUsedAt, name }) => ({
      at: createdAt,
      seenAt: lastUsedAt,
      method: code("passkey"),
      browser: name,
      address: null,
    }));
  },
};

/** Of the dealership it says the role and not the name: whoever works there has a privacy, too. */
const seenBy: ExportTable = {
  columns: ["at", "what", "by"],
  async *rows({ personId, member }) {
    const subjects = [`person:${personId}`, ...(member ? [`member:${member.number}`] : [])];
    for (let after = 0n; ; ) {
      const page = await db().auditEntry.findMany({
        where: { subject: { in: subjects }, id: { gt: after } },
        orderBy: { id: "asc" },
        take: PAGE,
        select: { id: true, createdAt: true, action: true, personId: true },
      });
      const last = page.at(-1);
      if (!last) return;
      after = last.id;
      yield page.map((line) => ({
        at: line.createdAt,
        what: code(line.action),
        by: code(whoOf(line.personId, personId)),
      }));
    }
  },
};

function whoOf(actor: number | null, self: number): "system" | "self" | "dealership" {
  if (actor === null) return "system";
  return actor === self ? "self" : "dealership";
}

/** What the club holds of the person themselves. */
export const PERSON_TABLES = {
  profile,
  consents,
  "letter-choices": letterChoices,
  family,
  letters,
  "sign-ins": signIns,
  "seen-by": seenBy,
};

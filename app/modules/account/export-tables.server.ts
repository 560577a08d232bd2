import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { programmeName, programmeTitles } from "#app/modules/rulebook/programme-name.ts";
import { db } from "#app/platform/db.server.ts";
import { loadEmergencyContact } from "./emergency-contact.server.ts";
import { loadFamily } from "./load-family.server.ts";

const profile: ExportTable = {
  name: "profile",
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
  async *rows({ personId, t, locale }) {
    const titles = programmeTitles(await loadRuleBook(), locale);
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
        programme: member && programmeName(member.programme, t, titles),
        joinedOn: member?.joinedOn.toISOString().slice(0, 10) ?? null,
        closesAt: person.closesAt,
      },
    ];
  },
};

const family: ExportTable = {
  name: "family",
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

const emergencyContact: ExportTable = {
  name: "emergency-contact",
  columns: ["name", "phone"],
  async *rows({ member }) {
    const contact = member && (await loadEmergencyContact(db(), member.id));
    if (contact) yield [contact];
  },
};

/** What the club holds of the person themselves. */
export const exportTables: readonly ExportTable[] = [profile, family, emergencyContact];

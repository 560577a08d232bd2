import type { KeptReason, Undone } from "#app/modules/imports/import-reversal.ts";
import { soundNames } from "#app/modules/person/sound-names.server.ts";
import { writeAudits } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";

type Row = {
  row_number: number;
  person_id: number | null;
  name: string;
  phone: string | null;
  email: string | null;
  /** As the row of the roster had them. */
  unchanged: boolean;
  /** Nobody else signs in with the former e-mail by now. */
  email_free: boolean;
};

/**
 * Puts the contact data back that rows of a roster had corrected, where they are still as the roster had them;
 * what people or the desk have changed since stays.
 */
export async function restoreContacts(
  db: Db,
  importId: number,
  rowNumbers: number[],
): Promise<Undone[]> {
  if (rowNumbers.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    select q.n as row_number, p.id as person_id, c.former ->> 'name' as name, c.former ->> 'phone' as phone,
      c.former ->> 'email' as email,
      (p.name, p.phone, p.email) is not distinct from
        (c.taken ->> 'name', c.taken ->> 'phone', c.taken ->> 'email') as unchanged,
      not exists (select from person o where o.email = c.former ->> 'email' and o.id <> p.id) as email_free
    from unnest(${rowNumbers}::int[]) as q (n)
    left join contact_correction c on c.import_id = ${importId} and c.row_number = q.n
    left join person p on p.id = c.person_id and p.closed_at is null
    order by p.id`;
  const restored = rows.filter((row) => keptReason(row) === null);
  await db.$executeRaw`
    update person set name = c.name, phone = c.phone, email = c.email
    from jsonb_to_recordset(${JSON.stringify(restored)}::jsonb)
      as c (person_id int, name text, phone text, email text)
    where person.id = c.person_id`;
  await soundNames(
    db,
    restored.flatMap(({ person_id }) => person_id ?? []),
  );
  await writeAudits(
    db,
    restored.map(({ person_id }) => ({
      personId: null,
      action: "contact.restored",
      subject: `person:${person_id}`,
      detail: { importId },
    })),
  );
  return rows.map((row): Undone => {
    const because = keptReason(row);
    const rows = [row.row_number];
    return because ? { rows, outcome: "kept", because } : { rows, outcome: "restored" };
  });
}

function keptReason(row: Row): KeptReason | null {
  if (row.person_id === null) return "former-unknown";
  return row.unchanged && row.email_free ? null : "contact-changed";
}

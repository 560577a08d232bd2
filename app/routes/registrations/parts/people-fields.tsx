import type { PartyRow } from "#app/modules/parties/typed-party.ts";
import type { Day } from "#app/platform/club-time.ts";
import { FieldErrors } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { usePartyForm } from "./party-form-state.ts";
import { KnownPerson, NewPerson } from "./person-fields.tsx";

interface PeopleFieldsProps {
  rows: readonly PartyRow[];
  eventDay: Day;
  today: Day;
}

/** Whoever is known as a list to tick; whoever is not in rows that open one after the other, without scripts too. */
export function PeopleFields({ rows, ...days }: PeopleFieldsProps) {
  const { t, errorsOf } = usePartyForm();
  const isNew = ({ id }: PartyRow) => /^[ac]\d/.test(id);
  const known = rows.filter((row) => !isNew(row));
  const children = rows.filter((row) => isNew(row) && row.role === "child");
  const adults = rows.filter((row) => isNew(row) && row.role === "adult");
  return (
    <Section id="who" title={t("registrations.who")}>
      <FieldErrors id="people" errors={errorsOf("people")} />
      {known.length > 0 && (
        <ul className="border-t border-rule">
          {known.map((row) => (
            <KnownPerson key={row.id} row={row} {...days} />
          ))}
        </ul>
      )}
      <NewPeople rows={children} kind="child" {...days} />
      <NewPeople rows={adults} kind="adult" {...days} />
    </Section>
  );
}

/** One row, and within it the next: a native `<details>` each. */
function NewPeople({
  rows,
  kind,
  isNext = false,
  ...days
}: PeopleFieldsProps & { kind: "child" | "adult"; isNext?: boolean }) {
  const { t, was } = usePartyForm();
  const [row, ...others] = rows;
  if (!row) return null;
  const wasTyped = ["name", "birthDate"].some((field) => was(`${row.id}.${field}`));
  return (
    <details className="border-b border-rule" open={wasTyped || undefined}>
      <summary className="flex min-h-12 cursor-pointer items-center text-accent">
        + {t(`registrations.${kind}.${isNext ? "another" : "new"}`)}
      </summary>
      <div className="pb-3">
        <NewPerson row={row} {...days} />
        <div className="mt-3 border-t border-rule empty:hidden [&>details]:border-b-0">
          <NewPeople rows={others} kind={kind} isNext {...days} />
        </div>
      </div>
    </details>
  );
}

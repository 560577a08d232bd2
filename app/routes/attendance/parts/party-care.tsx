import type { ListedParty, ListedPerson } from "#app/modules/attendance/check-in-list.ts";
import { useT } from "#app/platform/words/words.tsx";
import { WarnIcon } from "#app/ui/icons.tsx";

interface PartyCareProps {
  care: ListedParty["care"];
  people: readonly ListedPerson[];
}

/** What whoever looks after a family must know: what a child must not eat, whom to call, who takes it home. */
export function PartyCare({ care, people }: PartyCareProps) {
  const t = useT();
  const allergic = people.filter(({ allergies }) => allergies !== "");
  const unpictured = people.filter(({ photographs }) => !photographs);
  if (!care && allergic.length === 0 && unpictured.length === 0) return null;
  return (
    <div className="grid gap-2 rounded-md border border-warn bg-warn-wash px-4 py-3 text-lg">
      {allergic.map((person) => (
        <p key={person.id} className="flex gap-2 font-semibold">
          <WarnIcon size={22} />
          <span>
            {t("attendance.allergies", { name: person.name, allergies: person.allergies })}
          </span>
        </p>
      ))}
      {unpictured.map((person) => (
        <p key={person.id}>{t("attendance.noPhotographs", { name: person.name })}</p>
      ))}
      {care?.emergencyPhone && (
        <p>
          {t("attendance.emergency", { name: care.emergencyName })}{" "}
          <a href={`tel:${care.emergencyPhone}`} className="figure">
            {care.emergencyPhone}
          </a>
        </p>
      )}
      {care?.collectors && <p>{t("attendance.collectors", { names: care.collectors })}</p>}
    </div>
  );
}

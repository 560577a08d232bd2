import { useState } from "react";
import {
  type CheckInList,
  findByName,
  type ListedParty,
} from "#app/modules/attendance/check-in-list.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SearchIcon } from "#app/ui/icons.tsx";
import { SearchInput } from "#app/ui/input.tsx";

interface NameSearchProps {
  list: CheckInList | null;
  onFound: (party: ListedParty) => void;
}

/** Finds a party by somebody's name or the car's plate, in the list of this device. */
export function NameSearch({ list, onFound }: NameSearchProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const found = findByName(list, typed);
  return (
    <div className="grid gap-2">
      <SearchInput
        id="name-search"
        label={t("attendance.search")}
        placeholder={t("attendance.search")}
        icon={<SearchIcon size={18} />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim() !== "" && (
        <ul className="grid gap-2" aria-label={t("attendance.search.found")}>
          {found.map((party) => (
            <li key={party.id}>
              <Button
                type="button"
                look="quiet"
                wide
                className="justify-start! text-left"
                onClick={() => {
                  setTyped("");
                  onFound(party);
                }}
              >
                <bdi>{party.people.map(({ name }) => name).join(" · ")}</bdi>{" "}
                <span className="figure text-ink-soft">{party.code}</span>
              </Button>
            </li>
          ))}
          {found.length === 0 && <li>{t("attendance.search.none")}</li>}
        </ul>
      )}
    </div>
  );
}

import { useState } from "react";
import type { Enterable } from "#app/modules/contests/load-entries.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { QrCamera } from "#app/site/qr-camera.tsx";
import { Button } from "#app/ui/button.tsx";
import { QrIcon, SearchIcon } from "#app/ui/icons.tsx";
import { SearchInput } from "#app/ui/input.tsx";
import type { QueuedEntry } from "./entry-queue.ts";
import { findPeople } from "./find-people.ts";

interface PersonFinderProps {
  people: readonly Enterable[];
  /** What this device took: newer than the list. */
  taken: readonly QueuedEntry[];
  onFound: (person: Enterable) => void;
}

/** Finds somebody by name, by their party's code, or by reading it; a party with one child is that child. */
export function PersonFinder({ people, taken, onFound }: PersonFinderProps) {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [looks, setLooks] = useState(false);
  const found = findPeople(people, typed);
  const numberOf = ({ id, number }: Enterable) =>
    taken.find(({ personId }) => personId === id)?.number ?? number;
  const read = (text: string) => {
    setLooks(false);
    const [only, ...others] = findPeople(people, text);
    if (only && others.length === 0) onFound(only);
    else setTyped(text);
  };
  return (
    <div className="grid gap-3">
      {looks ? (
        <Camera onRead={read} onClose={() => setLooks(false)} />
      ) : (
        <Button type="button" wide icon={<QrIcon size={22} />} onClick={() => setLooks(true)}>
          {t("contestEntries.scan")}
        </Button>
      )}
      <SearchInput
        id="person-search"
        label={t("contestEntries.search")}
        placeholder={t("contestEntries.search")}
        icon={<SearchIcon size={18} />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim() !== "" && (
        <ul className="grid gap-2" aria-label={t("contestEntries.found")}>
          {found.map((person) => {
            const number = numberOf(person);
            return (
              <li key={person.id}>
                <Button
                  type="button"
                  look="quiet"
                  wide
                  className="justify-start! text-left"
                  onClick={() => onFound(person)}
                >
                  <bdi>{person.name}</bdi>{" "}
                  <span className="figure text-ink-soft">
                    {number === null ? person.code : t("contestEntries.has", { number })}
                  </span>
                </Button>
              </li>
            );
          })}
          {found.length === 0 && <li>{t("contestEntries.found.none")}</li>}
        </ul>
      )}
    </div>
  );
}

function Camera({ onRead, onClose }: { onRead: (text: string) => void; onClose: () => void }) {
  const t = useT();
  return (
    <div>
      <QrCamera
        label={t("contestEntries.scan")}
        inTrouble={(trouble) => t(`attendance.scan.${trouble}`)}
        onRead={onRead}
      />
      <Button type="button" look="quiet" wide className="mt-2" onClick={onClose}>
        {t("attendance.scan.close")}
      </Button>
    </div>
  );
}

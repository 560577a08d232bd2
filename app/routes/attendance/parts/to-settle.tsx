import type { CheckInList, ListedParty } from "#app/modules/attendance/check-in-list.ts";
import type { Stay } from "#app/modules/attendance/presence.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import type { NewMark } from "./use-check-in.ts";

interface ToSettleProps {
  list: CheckInList | null;
  stays: readonly Stay[];
  onOpen: (party: ListedParty) => void;
  onMark: (marks: NewMark[]) => void;
}

/** What somebody has to look at: who is in without a place, whom nobody knows, of whom two phones say that they came. */
export function ToSettle({ list, stays, onOpen, onMark }: ToSettleProps) {
  const t = useT();
  const open = stays.filter(
    (stay) => stay.answer !== "recorded" || stay.doubled || stay.personId === null,
  );
  if (open.length === 0) return <p>{t("attendance.settle.none")}</p>;
  return (
    <ul className="grid gap-3">
      {open.map((stay) => {
        const party = list?.parties.find(({ id }) => id === stay.registrationId);
        const person = party?.people.find(({ id }) => id === stay.personId);
        return (
          <li key={stay.markId} className="rounded-md border border-rule px-4 py-3">
            <p className="font-semibold [overflow-wrap:anywhere]">
              <bdi>{person?.name ?? (stay.seen || party?.people[0]?.name) ?? party?.code}</bdi>
            </p>
            <p>{t(`attendance.settle.${whyOf(stay)}`, { count: stay.people, gate: stay.gate })}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              {party && (
                <Button type="button" look="quiet" onClick={() => onOpen(party)}>
                  {t("attendance.settle.open")}
                </Button>
              )}
              {stay.answer !== "recorded" && (
                <Button
                  type="button"
                  look="quiet"
                  onClick={() => onMark([{ kind: "undo", undoes: stay.markId }])}
                >
                  {t("attendance.settle.takeBack")}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function whyOf(stay: Stay) {
  if (stay.answer !== "recorded") return stay.answer;
  return stay.doubled ? "doubled" : "unticked";
}

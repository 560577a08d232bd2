import type { ListedParty } from "#app/modules/attendance/check-in-list.ts";
import type { EventBracket, EventSession } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

interface PartyLinesProps {
  parties: readonly ListedParty[];
  sessions: readonly EventSession[];
  brackets: readonly EventBracket[];
}

/** The list of who comes, for paper: a box for each person to tick with a pen, and what must be known of them. */
export function PartyLines({ parties, sessions, brackets }: PartyLinesProps) {
  const { t, locale } = useWords();
  if (parties.length === 0) {
    return <EmptyState drawing={<RoadAheadDrawing />}>{t("attendance.runSheet.none")}</EmptyState>;
  }
  const nameIn = (
    list: readonly { key: string; name: { en: string; zh: string } }[],
    key: string | null,
  ) => {
    const found = list.find((each) => each.key === key);
    return found ? inLanguage(locale, found.name) : "";
  };
  const columns: Column<ListedParty>[] = [
    {
      key: "people",
      head: t("attendance.runSheet.who"),
      cell: ({ people }) => (
        <ul className="grid gap-1">
          {people.map((person) => (
            <li key={person.id} className="flex gap-2">
              <span
                aria-hidden="true"
                className="mt-1 inline-block size-4 flex-none border border-ink"
              />
              <span>
                <bdi>{person.name}</bdi>{" "}
                <span className="font-normal text-ink-soft">
                  {[
                    nameIn(brackets, person.bracket),
                    person.drives ? t("attendance.drives") : "",
                    person.state === "waiting" ? t("attendance.person.waiting") : "",
                    person.photographs ? "" : t("attendance.runSheet.noPhotographs"),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                {person.allergies && (
                  <strong className="block">
                    {t("attendance.runSheet.allergies", { allergies: person.allergies })}
                  </strong>
                )}
              </span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "code",
      head: t("attendance.code"),
      cell: ({ code }) => <span className="figure">{code}</span>,
    },
    ...(sessions.length > 0
      ? [
          {
            key: "session",
            head: t("attendance.runSheet.session"),
            cell: ({ session }: ListedParty) => nameIn(sessions, session),
          },
        ]
      : []),
    {
      key: "car",
      head: t("attendance.runSheet.car"),
      cell: ({ carPlate, cars }) => <bdi>{carPlate ?? (cars > 0 ? cars : "")}</bdi>,
    },
    {
      key: "care",
      head: t("attendance.runSheet.care"),
      cell: ({ care }) =>
        care && (
          <>
            {care.emergencyName} {care.emergencyPhone}
            {care.collectors && (
              <span className="block">
                {t("attendance.collectors", { names: care.collectors })}
              </span>
            )}
          </>
        ),
    },
  ];
  return (
    <Table
      caption={t("attendance.runSheet.title")}
      columns={columns}
      rows={parties}
      rowKey={({ id }) => id}
    />
  );
}

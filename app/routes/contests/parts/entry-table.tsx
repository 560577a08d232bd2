import { Link } from "@remix-run/react";
import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import type { Enterable, KeptEntry } from "#app/modules/contests/load-entries.server.ts";
import type { EventBracket } from "#app/modules/events/plan.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { Badge } from "#app/ui/badge.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { AssignForm, EntryActs } from "./entry-acts.tsx";
import { EntryTries } from "./entry-tries.tsx";

interface EntryTableProps {
  contest: ShownContest;
  entries: readonly KeptEntry[];
  brackets: readonly EventBracket[];
  /** Whom an entry can be given to; empty where none waits for that. */
  people: readonly Enterable[];
  /** Of somebody's entry that is said to be another's: its id; 0 of none. */
  whose: number;
  mayKeep: boolean;
  /** A form that was answered with what is wrong. */
  typed: FormReply | undefined;
}

/** The entries of a contest by their numbers, with whose they are: for staff alone. */
export function EntryTable(props: EntryTableProps) {
  const { contest, entries, brackets, people, whose, mayKeep, typed } = props;
  const { t, locale } = useWords();
  const { terms, state } = contest;
  const nameOf = (key: string | null) => {
    const bracket = brackets.find((each) => each.key === key);
    return bracket ? inLanguage(locale, bracket.name) : "—";
  };
  const isChangeable = mayKeep && (state === "open" || state === "closed" || state === "published");
  const assign = (entry: KeptEntry) => (
    <AssignForm
      {...{ entry, people, brackets, typed }}
      of={contest.brackets}
      hasPictures={terms.kind === "pictures"}
    />
  );
  const columns: Column<KeptEntry>[] = [
    {
      key: "number",
      head: t("contestKeeping.entry.number"),
      cell: ({ number, pictureId }) => (
        <span className="flex items-center gap-3">
          <span className="figure text-lg">{number}</span>
          {pictureId !== null && (
            <a href={`/admin/contest-pictures/${pictureId}/large`}>
              <img
                src={`/admin/contest-pictures/${pictureId}/small`}
                alt={t("contestKeeping.entry.picture", { number })}
                loading="lazy"
                className="size-16 rounded-sm bg-well object-contain"
              />
            </a>
          )}
        </span>
      ),
    },
    {
      key: "whose",
      head: t("contestKeeping.entry.whose"),
      cell: (entry) =>
        entry.name !== null ? (
          <span className="grid justify-items-start gap-1" id={`entry-${entry.id}`}>
            <span>
              <bdi>{entry.name}</bdi> <span className="figure text-ink-soft">{entry.code}</span>
            </span>
            {isChangeable &&
              entry.state === "in" &&
              (whose === entry.id ? (
                assign(entry)
              ) : (
                <Link
                  to={`?after=${entry.number - 1}&whose=${entry.id}#entry-${entry.id}`}
                  className="text-[0.9375rem]"
                  aria-label={t("contestKeeping.assign.anotherOf", { number: entry.number })}
                >
                  {t("contestKeeping.assign.another")}
                </Link>
              ))}
          </span>
        ) : entry.isErased ? (
          <span className="text-ink-soft">{t("contestKeeping.entry.erased")}</span>
        ) : isChangeable && entry.state === "in" ? (
          assign(entry)
        ) : (
          <span className="text-ink-soft">{t("contestKeeping.entry.nobody")}</span>
        ),
    },
    ...(contest.brackets.length > 0
      ? [
          {
            key: "bracket",
            head: t("contestKeeping.entry.bracket"),
            cell: ({ bracket }: KeptEntry) => nameOf(bracket),
          },
        ]
      : []),
    ...(terms.kind === "measured"
      ? [
          {
            key: "attempts",
            head: t("contestKeeping.entry.attempts"),
            cell: (entry: KeptEntry) => (
              <EntryTries
                entry={entry}
                terms={terms}
                mayTakeBack={isChangeable}
                mayAdd={isChangeable && state !== "open"}
                typed={typed}
              />
            ),
          },
        ]
      : []),
    {
      key: "state",
      head: t("contestKeeping.entry.state"),
      cell: (entry) => (
        <span className="grid justify-items-start gap-2">
          <EntryState entry={entry} needsPicture={terms.kind === "pictures"} />
          {isChangeable && (
            <EntryActs
              {...{ entry, typed }}
              mayChoose={state !== "published" && terms.kind === "chosen" && terms.by === "choice"}
            />
          )}
        </span>
      ),
    },
  ];
  return (
    <Table
      caption={t("contestKeeping.entries")}
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
    />
  );
}

function EntryState({ entry, needsPicture }: { entry: KeptEntry; needsPicture: boolean }) {
  const { t } = useWords();
  if (entry.state === "withdrawn") return <Badge>{t("contestKeeping.entry.withdrawn")}</Badge>;
  return (
    <span className="flex flex-wrap gap-2">
      <Badge>{t(`contestKeeping.entry.source.${entry.source}`)}</Badge>
      {needsPicture && entry.pictureId === null && !entry.isErased && (
        <Badge tone="warn">{t("contestKeeping.entry.noPicture")}</Badge>
      )}
      {entry.isOut && <Badge tone="warn">{t("contestKeeping.entry.isOut")}</Badge>}
    </span>
  );
}

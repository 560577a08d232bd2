import { Form } from "@remix-run/react";
import type { KeptJudgePage } from "#app/modules/judging/load-kept-judging.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type Given = KeptJudgePage["entries"][number];

interface GivenTableProps {
  entries: readonly Given[];
  criteria: KeptJudgePage["contest"]["criteria"];
}

/** What a judge gave every entry, and which are of their family. */
export function GivenTable({ entries, criteria }: GivenTableProps) {
  const { t, locale } = useWords();
  const columns: Column<Given>[] = [
    {
      key: "entry",
      head: t("judging.judge.entry"),
      cell: ({ number, picture }) => (
        <span className="flex items-center gap-3">
          {picture !== null && (
            <img
              src={`/admin/contest-pictures/${picture}/small`}
              alt={t("judging.judge.picture", { number })}
              loading="lazy"
              className="h-12 w-16 rounded-sm bg-well object-contain"
            />
          )}
          <span className="figure">{number}</span>
        </span>
      ),
    },
    ...criteria.map(
      ({ key, name }): Column<Given> => ({
        key,
        head: inLanguage(locale, name),
        number: true,
        cell: ({ values }) => values[key] ?? "–",
      }),
    ),
    {
      key: "comment",
      head: t("judging.judge.comment"),
      cell: ({ comment }) => <bdi className="[overflow-wrap:anywhere]">{comment}</bdi>,
    },
    {
      key: "own",
      head: t("judging.judge.state"),
      cell: ({ id, number, isOwn }) => (
        <Form method="post" className="flex flex-wrap items-center gap-2">
          {isOwn && <Badge tone="warn">{t("judging.judge.own")}</Badge>}
          <input type="hidden" name="entry" value={id} />
          <Button
            name="intent"
            value={isOwn ? "not-own" : "own"}
            look="bare"
            aria-label={t(
              isOwn ? "judging.judge.own.takeBackNamed" : "judging.judge.own.noteNamed",
              {
                number,
              },
            )}
          >
            {t(isOwn ? "judging.judge.own.takeBack" : "judging.judge.own.note")}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <Table
      caption={t("judging.ranking.all")}
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
    />
  );
}

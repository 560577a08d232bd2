import { Form, Link } from "@remix-run/react";
import type { ListedJudge } from "#app/modules/judging/load-kept-judging.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { KeyRingDrawing } from "#app/ui/drawings/key-ring.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

const tones = { judging: "plain", done: "ok", excluded: "warn", ended: "plain" } as const;

const stateOf = (judge: ListedJudge) => {
  if (judge.isExcluded) return "excluded";
  if (judge.doneAt && judge.missing.length === 0) return "done";
  return judge.endedAt ? "ended" : "judging";
};

/** Who judges, how far each is, what is missing by number, and when each was last seen. */
export function JudgesTable({ judges, here }: { judges: readonly ListedJudge[]; here: string }) {
  const { t, locale, timeZone } = useWords();
  if (judges.length === 0) {
    return <EmptyState drawing={<KeyRingDrawing />}>{t("judging.judges.none")}</EmptyState>;
  }
  const columns: Column<ListedJudge>[] = [
    {
      key: "name",
      head: t("judging.judges.name"),
      cell: ({ id, name }) => (
        <Link to={`${here}/judges/${id}`}>
          <bdi>{name}</bdi>
        </Link>
      ),
    },
    {
      key: "progress",
      head: t("judging.judges.progress"),
      cell: ({ done, asked, missing, replaced, isExcluded, own }) => (
        <>
          <span className="figure">{t("judging.judges.progressOf", { done, all: asked })}</span>
          {missing.length > 0 && !isExcluded && (
            <span className="block text-[0.9375rem] text-ink-soft">
              {t("judging.judges.missing", { numbers: missing.join(", ") })}
            </span>
          )}
          {replaced.length > 0 && !isExcluded && (
            <span className="block text-[0.9375rem] text-warn">
              {t("judging.judges.replaced", { numbers: replaced.join(", ") })}
            </span>
          )}
          {own > 0 && (
            <span className="block text-[0.9375rem] text-ink-soft">
              {t("judging.judges.own", { count: own })}
            </span>
          )}
        </>
      ),
    },
    {
      key: "seen",
      head: t("judging.judges.seen"),
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? formatMoment(lastSeenAt, locale, timeZone) : t("judging.judges.never"),
    },
    {
      key: "state",
      head: t("judging.judges.state"),
      cell: (judge) => (
        <Badge tone={tones[stateOf(judge)]}>{t(`judging.judges.state.${stateOf(judge)}`)}</Badge>
      ),
    },
    {
      key: "keys",
      head: t("judging.judges.keys"),
      cell: ({ id, name, endedAt }) => (
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="judge" value={id} />
          <Button
            name="intent"
            value="renew"
            look="quiet"
            aria-label={t("judging.judges.renewNamed", { name })}
          >
            {t("judging.judges.renew")}
          </Button>
          {!endedAt && (
            <Button
              name="intent"
              value="end"
              look="danger"
              aria-label={t("judging.judges.endNamed", { name })}
            >
              {t("judging.judges.end")}
            </Button>
          )}
        </Form>
      ),
    },
  ];
  return (
    <Table
      caption={t("judging.judges.title")}
      columns={columns}
      rows={judges}
      rowKey={({ id }) => id}
    />
  );
}

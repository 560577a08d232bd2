import { Form, Link } from "@remix-run/react";
import type { ListedPrizeTable } from "#app/modules/draws/load-prize-tables.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { HandedOver } from "./handed-over.tsx";
import { TablePrizes } from "./table-prizes.tsx";

type Turn = ListedPrizeTable["turns"][number];

interface KeptPrizeTableProps {
  table: ListedPrizeTable;
  mayKeep: boolean;
  reply: FormReply | undefined;
}

/** A table for those who keep it: what is left, who won what, and its end. */
export function KeptPrizeTable({ table, mayKeep, reply }: KeptPrizeTableProps) {
  const { t, locale } = useWords();
  const { day } = useFigures();
  const title = inLanguage(locale, table.title);
  const columns: Column<Turn>[] = [
    { key: "turn", head: t("prizeTables.turn"), cell: ({ turn }) => turn },
    { key: "at", head: t("prizeTables.at"), cell: ({ createdAt }) => day(createdAt) },
    {
      key: "who",
      head: t("prizeTables.who"),
      cell: ({ name, memberNumber }) =>
        memberNumber ? (
          <Link to={`/admin/members/${memberNumber}`}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          "—"
        ),
    },
    { key: "prize", head: t("prizeTables.prize"), cell: ({ prize }) => inLanguage(locale, prize) },
    {
      key: "state",
      head: t("prizeTables.state"),
      cell: (won) => <TurnState turn={won} {...{ mayKeep, reply }} />,
    },
  ];
  return (
    <Section
      id={`table-${table.id}`}
      title={title}
      more={<Link to={`/prize-tables/${table.id}`}>{t("prizeTables.public")}</Link>}
    >
      <TablePrizes
        prizes={table.prizes}
        words={{
          prize: t("prizeTables.prize"),
          weight: t("prizeTables.weight"),
          won: t("prizeTables.won"),
          left: t("prizeTables.left"),
          endless: t("prizeTables.endless"),
        }}
      />
      {table.turns.length > 0 && (
        <div className="mt-6">
          <Table
            caption={t("prizeTables.turns")}
            columns={columns}
            rows={table.turns}
            rowKey={({ id }) => id}
          />
        </div>
      )}
      <div className="mt-4">
        {table.closedAt ? (
          <Badge>{t("prizeTables.closed", { day: day(table.closedAt) })}</Badge>
        ) : (
          mayKeep && (
            <Form method="post">
              <input type="hidden" name="table" value={table.id} />
              <Button
                name="intent"
                value="close"
                look="danger"
                aria-label={t("prizeTables.closeOf", { title })}
              >
                {t("prizeTables.close")}
              </Button>
            </Form>
          )
        )}
      </div>
    </Section>
  );
}

interface TurnStateProps {
  turn: Turn;
  mayKeep: boolean;
  reply: FormReply | undefined;
}

/** What became of what a turn won, and what can be done about it. */
function TurnState({ turn: won, mayKeep, reply }: TurnStateProps) {
  const { t } = useWords();
  const { day } = useFigures();
  const { id, turn, handedOverAt, piece, isOwn } = won;
  if (handedOverAt) {
    return (
      <HandedOver
        {...{ isOwn, reply }}
        of={["turn", id]}
        at={handedOverAt}
        said={t("prizeTables.handedOver", { day: day(handedOverAt) })}
        undoes={t("prizeTables.undoOf", { turn })}
      />
    );
  }
  if (piece === "ended") return <Badge>{t("prizeTables.kept")}</Badge>;
  if (isOwn) return t("prizeTables.refused.own");
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="turn" value={id} />
      <Button
        name="intent"
        value="hand-over"
        look="quiet"
        aria-label={t("prizeTables.handOverOf", { turn })}
      >
        {t("prizeTables.handOver")}
      </Button>
      {piece !== null && mayKeep && (
        <Button
          name="intent"
          value="return"
          look="bare"
          aria-label={t("prizeTables.keepOf", { turn })}
        >
          {t("prizeTables.keep")}
        </Button>
      )}
    </Form>
  );
}

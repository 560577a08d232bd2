import { Form, Link } from "@remix-run/react";
import { showEntryNumber } from "#app/modules/draws/entry-number.ts";
import type { KeptDraw } from "#app/modules/draws/load-kept-draw.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChevronDownIcon } from "#app/ui/icons.tsx";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { HandedOver } from "./handed-over.tsx";

type Win = KeptDraw["wins"][number];

interface WinTableProps {
  draw: KeptDraw;
  mayKeep: boolean;
  reply: FormReply | undefined;
}

/** Who won what, whether they have it, and who has it where they do not. */
export function WinTable({ draw, mayKeep, reply }: WinTableProps) {
  const { t, locale } = useWords();
  const columns: Column<Win>[] = [
    {
      key: "entry",
      head: t("drawKeeping.win.entry"),
      cell: ({ entry, position }) => (
        <span className="figure whitespace-nowrap">
          {position}. {showEntryNumber(entry)}
        </span>
      ),
    },
    {
      key: "who",
      head: t("drawKeeping.win.who"),
      cell: ({ name, memberNumber }) =>
        memberNumber ? (
          <Link to={`/admin/members/${memberNumber}`}>
            <bdi className="break-keep">{name}</bdi>
          </Link>
        ) : (
          <bdi>{name ?? t("drawKeeping.win.left")}</bdi>
        ),
    },
    {
      key: "prize",
      head: t("drawKeeping.win.prize"),
      cell: ({ prize, shelf }) => (
        <>
          {inLanguage(locale, prize)}
          {shelf && (
            <span className="block text-[0.875rem] text-ink-soft">
              {shelf.store
                ? t("drawKeeping.win.store", { store: inLanguage(locale, shelf.store) })
                : t("drawKeeping.win.room")}
            </span>
          )}
        </>
      ),
    },
    {
      key: "state",
      head: t("drawKeeping.state"),
      cell: ({ id, state, why, entry, name, isOwn, decidedAt: at }) => {
        if (state === "handed-over") {
          return (
            <HandedOver
              {...{ at, reply, isOwn }}
              of={["win", id]}
              said={t("drawKeeping.win.handed-over")}
              undoes={t("drawKeeping.win.undoOf", { entry: showEntryNumber(entry) })}
            />
          );
        }
        if (state === "passed-on") {
          return <Badge wraps>{t(`drawKeeping.win.why.${why ?? "declined"}`)}</Badge>;
        }
        if (isOwn) return t("drawKeeping.refused.own");
        return (
          <Acts {...{ id, draw, mayKeep }} entry={showEntryNumber(entry)} hasLeft={name === null} />
        );
      },
    },
  ];
  return (
    <Section id="wins" title={t("drawKeeping.wins")}>
      <Table
        caption={t("drawKeeping.wins")}
        columns={columns}
        rows={draw.wins}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

interface ActsProps {
  id: number;
  entry: string;
  draw: KeptDraw;
  mayKeep: boolean;
  /** Nobody has the entry any more. */
  hasLeft: boolean;
}

function Acts({ id, entry, draw, mayKeep, hasLeft }: ActsProps) {
  const { t } = useWords();
  const whys = [
    ...(hasLeft ? (["left"] as const) : []),
    ...(draw.draft.mustBePresent ? (["not-there"] as const) : []),
    ...(["declined", "unclaimed"] as const),
  ];
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Form method="post">
        <input type="hidden" name="win" value={id} />
        <Button
          name="intent"
          value="hand-over"
          look="quiet"
          aria-label={t("drawKeeping.win.handOverOf", { entry })}
        >
          {t("drawKeeping.win.handOver")}
        </Button>
      </Form>
      {mayKeep && (
        <Form method="post" className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="win" value={id} />
          <span className="relative">
            <select
              name="why"
              aria-label={t("drawKeeping.win.whyOf", { entry })}
              className="control w-auto pr-9!"
            >
              {whys.map((why) => (
                <option key={why} value={why}>
                  {t(`drawKeeping.win.why.${why}`)}
                </option>
              ))}
            </select>
            <ChevronDownIcon
              size={18}
              className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2"
            />
          </span>
          <Button name="intent" value="pass-on" look="bare">
            {t("drawKeeping.win.passOn")}
          </Button>
        </Form>
      )}
    </div>
  );
}

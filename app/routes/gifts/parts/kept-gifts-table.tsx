import { Form, Link } from "@remix-run/react";
import type { GiftState } from "#app/modules/gifts/gift-state.ts";
import type { KeptGift } from "#app/modules/gifts/load-kept-gifts.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { GiftThumbnail } from "./gift-thumbnail.tsx";

export const STATE_TONES: Record<GiftState, BadgeTone> = {
  shown: "ok",
  "not-yet": "warn",
  ended: "plain",
  archived: "plain",
};

interface KeptGiftsTableProps {
  gifts: KeptGift[];
  /** Whether the whole order is in sight, so that a gift can be put elsewhere in it. */
  movable: boolean;
}

/** The gifts as whoever keeps them goes through them: how each stands, what it costs, what there is of it. */
export function KeptGiftsTable({ gifts, movable }: KeptGiftsTableProps) {
  const t = useT();
  const figures = useFigures();
  const titleOf = ({ titleEn, titleZh }: KeptGift) =>
    inLanguage(t.locale, { en: titleEn, zh: titleZh });
  const columns: Column<KeptGift>[] = [
    {
      key: "gift",
      head: t("giftKeeping.col.gift"),
      cell: (gift) => (
        <span className="flex items-center gap-3" id={`gift-${gift.giftId}`}>
          <GiftThumbnail photoId={gift.photoId} drawing={gift.drawing} kind={gift.kind} />
          <span className="min-w-0">
            <Link to={`/admin/gifts/${gift.giftId}`} className="text-accent underline">
              {titleOf(gift)}
            </Link>
            <span className="block text-[0.875rem] font-normal text-ink-soft">
              <bdi className="figure">{gift.sku}</bdi> · {t(`giftKeeping.kind.${gift.kind}`)}
              {gift.tier === "gold" && <> · {t("giftKeeping.goldOnly")}</>}
            </span>
          </span>
        </span>
      ),
    },
    {
      key: "state",
      head: t("giftKeeping.col.state"),
      cell: ({ state }) => (
        <Badge tone={STATE_TONES[state]}>{t(`giftKeeping.state.${state}`)}</Badge>
      ),
    },
    {
      key: "price",
      head: t("giftKeeping.col.price"),
      number: true,
      cell: ({ points, moneyMinor, currency }) => (
        <span className="whitespace-nowrap">
          {t("giftKeeping.points", { points: figures.points(points) })}
          {moneyMinor > 0 && (
            <span className="block text-ink-soft">+ {figures.moneyIn(moneyMinor, currency)}</span>
          )}
        </span>
      ),
    },
    {
      key: "free",
      head: t("giftKeeping.col.free"),
      number: true,
      cell: ({ free, isLow }) => (
        <span className="inline-flex items-center gap-1.5">
          {isLow && <Badge tone="warn">{t("giftKeeping.low")}</Badge>}
          {figures.points(free)}
        </span>
      ),
    },
    {
      key: "onHand",
      head: t("giftKeeping.col.onHand"),
      number: true,
      cell: ({ onHand }) => figures.points(onHand),
    },
    {
      key: "promised",
      head: t("giftKeeping.col.promised"),
      number: true,
      cell: ({ promised }) => figures.points(promised),
    },
    {
      key: "savers",
      head: t("giftKeeping.col.savers"),
      number: true,
      cell: ({ savers }) => figures.points(savers),
    },
  ];
  if (movable) {
    columns.push({
      key: "order",
      head: t("giftKeeping.col.order"),
      cell: (gift) => <MoveForm giftId={gift.giftId} title={titleOf(gift)} />,
    });
  }
  return (
    <Table
      caption={t("giftKeeping.title")}
      columns={columns}
      rows={gifts}
      rowKey={({ giftId }) => giftId}
    />
  );
}

const MOVES = [
  { move: "up", sign: "↑" },
  { move: "down", sign: "↓" },
  { move: "first", sign: "⤒" },
] as const;

function MoveForm({ giftId, title }: { giftId: number; title: string }) {
  const t = useT();
  return (
    <Form method="post" action="/admin/gifts?index" preventScrollReset className="flex gap-1">
      <input type="hidden" name="gift" value={giftId} />
      {MOVES.map(({ move, sign }) => (
        <Button
          key={move}
          name="move"
          value={move}
          look="bare"
          aria-label={t(`giftKeeping.move.${move}`, { title })}
          title={t(`giftKeeping.move.${move}`, { title })}
        >
          <span aria-hidden="true">{sign}</span>
        </Button>
      ))}
    </Form>
  );
}

import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ListedGift } from "#app/modules/gifts/load-catalogue.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { GiftPicture } from "#app/site/gift-picture.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { obstacleWords } from "./obstacle-words.ts";
import { priceWords } from "./price-words.ts";

/** Gifts side by side: two on a phone, four on a desk. */
export function GiftList({ children }: { children: ReactNode }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-7 min-[40rem]:grid-cols-3 min-[64rem]:grid-cols-4 min-[64rem]:gap-x-6">
      {children}
    </ul>
  );
}

/** What of some gifts is drawn: those with a photo are not. */
export const drawnOf = (gifts: readonly Pick<ListedGift, "photo" | "drawing" | "kind">[]) =>
  gifts.flatMap(({ photo, drawing, kind }) => (photo ? [] : [{ name: drawing, kind }]));

interface GiftItemProps {
  gift: ListedGift;
  to: string;
  /** What it is to the reader: how far it is, that they save for it. */
  note?: ReactNode;
  /** Of its heading: 2 where it stands right below the page's own. */
  level?: 2 | 3;
}

/** A gift on the shelf: its picture, what it is called, what it costs, and what there is to know at once. */
export function GiftItem({ gift, to, note, level = 3 }: GiftItemProps) {
  const t = useT();
  const figures = useFigures();
  const { obstacle } = gift;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li className="relative min-w-0">
      <div className="rounded-md border border-rule bg-sheet p-3">
        <GiftPicture
          gift={gift}
          photo={gift.photo}
          sizes="(min-width: 64rem) 16rem, (min-width: 40rem) 30vw, 45vw"
        />
      </div>
      <Heading className="mt-2.5 text-[1.0625rem] leading-snug break-words">
        <Link
          to={to}
          className="text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          {gift.title}
        </Link>
      </Heading>
      <p className="figure mt-0.5">{priceWords(gift, t, figures)}</p>
      {(obstacle || gift.left !== null || gift.endsAt || gift.tier === "gold") && (
        <p className="mt-1.5 flex flex-wrap gap-1.5">
          {gift.tier === "gold" && obstacle?.refusal !== "gold-only" && (
            <Badge>{t("gifts.gold")}</Badge>
          )}
          {obstacle ? (
            <Badge>{obstacleWords(obstacle, t, figures)}</Badge>
          ) : (
            <>
              {gift.left !== null && (
                <Badge tone="warn">{t("gifts.left", { left: gift.left })}</Badge>
              )}
              {gift.endsAt && (
                <Badge tone="warn">{t("gifts.ends", { day: figures.lastDay(gift.endsAt) })}</Badge>
              )}
            </>
          )}
        </p>
      )}
      {note && <p className="mt-1 text-[0.9375rem] leading-snug text-ink-soft">{note}</p>}
    </li>
  );
}

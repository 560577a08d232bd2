import type { GiftPage } from "#app/modules/gifts/load-gift.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type Figures, useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { obstacleWords } from "./obstacle-words.ts";
import { priceWords } from "./price-words.ts";
import type { GiftFormRefusal } from "./take-gift-request.server.ts";

interface GiftNewsProps {
  gift: GiftPage;
  done: "pinned" | "unpinned" | null;
  refused: GiftFormRefusal | null;
}

/** What the form that was just sent has led to. */
export function GiftNews({ gift, done, refused }: GiftNewsProps) {
  const t = useT();
  const figures = useFigures();
  if (!refused && !done) return null;
  return (
    <div className="mt-4">
      {refused?.refusal === "too-many-goals" ? (
        <Notice tone="refusal">{t("gifts.refused.too-many-goals", { most: refused.most })}</Notice>
      ) : refused ? (
        <Notice tone="refusal" title={t("gifts.refused.title")}>
          {refusalWords(refused, gift, t, figures)} {t("gifts.why.nothingTaken")}
        </Notice>
      ) : (
        <Notice tone="ok">{done && t(`gifts.done.${done}`)}</Notice>
      )}
    </div>
  );
}

function refusalWords(
  refused: Exclude<GiftFormRefusal, { refusal: "too-many-goals" }>,
  gift: GiftPage,
  t: Translate,
  figures: Figures,
): string {
  switch (refused.refusal) {
    case "price-changed":
      return t("gifts.refused.price-changed", { price: priceWords(gift, t, figures) });
    case "too-few-points":
      return t("gifts.refused.too-few-points", { missing: figures.points(refused.missing) });
    case "member-limit":
    case "total-limit":
      return t(`gifts.refused.${refused.refusal}`, { left: refused.left });
    case "out-of-stock":
      return t("gifts.refused.out-of-stock", { free: refused.free });
    case "no-such-store":
    case "address-needed":
      return t(`gifts.refused.${refused.refusal}`);
    case "not-yet":
      return t("gifts.why.not-yet", { day: figures.day(refused.from) });
    case "closed":
    case "gold-only":
      return t(`gifts.why.${refused.refusal}`);
    default:
      return obstacleWords(refused, t, figures);
  }
}

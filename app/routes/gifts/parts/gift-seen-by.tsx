import type { RedemptionRefusal } from "#app/modules/redemptions/decide-redemption.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { GiftDrawing } from "#app/ui/drawings/gift-drawing.tsx";
import { Sheet } from "#app/ui/page.tsx";

interface GiftSeenByProps {
  reader: "guest" | "silver" | "gold";
  /** What keeps them from taking it, whatever points they have; null where nothing does. */
  obstacle: RedemptionRefusal["refusal"] | null;
  gift: {
    titleEn: string;
    titleZh: string;
    aboutEn: string;
    aboutZh: string;
    termsEn: string;
    termsZh: string;
    points: number;
    moneyMinor: number;
    currency: string;
    kind: string;
    drawing: string | null;
    photoId: number | null;
    availableFrom: Date | string | null;
  };
}

/** A gift as one kind of reader finds it, and why they can take it or not. */
export function GiftSeenBy({ reader, obstacle, gift }: GiftSeenByProps) {
  const t = useT();
  const figures = useFigures();
  const say = (en: string, zh: string) => inLanguage(t.locale, { en, zh });
  const isHidden = obstacle === "no-such-gift";
  const terms = say(gift.termsEn, gift.termsZh);
  return (
    <section aria-labelledby={`seen-by-${reader}`}>
      <h2 id={`seen-by-${reader}`} className="mb-3">
        {t(`giftKeeping.reader.${reader}`)}
      </h2>
      <Sheet>
        {isHidden ? (
          <p>{t("giftKeeping.seen.hidden")}</p>
        ) : (
          <>
            <span className="mb-3 block aspect-[4/3] overflow-hidden rounded-sm border border-rule">
              {gift.photoId === null ? (
                <GiftDrawing name={gift.drawing} kind={gift.kind} />
              ) : (
                <img
                  src={`/gifts/photos/${gift.photoId}`}
                  alt=""
                  width={720}
                  height={540}
                  className="size-full object-cover"
                />
              )}
            </span>
            <p className="font-semibold">{say(gift.titleEn, gift.titleZh)}</p>
            <p>
              {t("giftKeeping.points", { points: figures.points(gift.points) })}
              {gift.moneyMinor > 0 && <> + {figures.moneyIn(gift.moneyMinor, gift.currency)}</>}
            </p>
            <p className="mt-2 whitespace-pre-line">{say(gift.aboutEn, gift.aboutZh)}</p>
            {terms !== "" && (
              <p className="mt-2 text-[0.875rem] whitespace-pre-line text-ink-soft">{terms}</p>
            )}
          </>
        )}
        <p className="mt-3">
          {obstacle === null ? (
            <Badge tone="ok">
              {t(reader === "guest" ? "giftKeeping.seen.join" : "giftKeeping.seen.open")}
            </Badge>
          ) : (
            <Badge tone="warn">
              {t(`giftKeeping.obstacle.${obstacle}`, {
                day: gift.availableFrom === null ? "" : figures.moment(gift.availableFrom),
              })}
            </Badge>
          )}
        </p>
      </Sheet>
    </section>
  );
}

import { Link } from "@remix-run/react";
import type { OwnListedGift } from "#app/modules/gifts/load-catalogue.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { GiftPicture } from "#app/site/gift-picture.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Section } from "#app/ui/page.tsx";
import { obstacleWords } from "./obstacle-words.ts";

/** What the reader saves for, the nearest first, and how far each is; what cannot be had now stands last. */
export function GoalList({ goals }: { goals: OwnListedGift[] }) {
  const t = useT();
  const figures = useFigures();
  const isOut = ({ obstacle }: OwnListedGift) => (obstacle ? 1 : 0);
  const nearestFirst = [...goals].sort((a, b) => isOut(a) - isOut(b) || a.missing - b.missing);

  function standing({ obstacle, missing, services }: OwnListedGift): string {
    if (obstacle) return obstacleWords(obstacle, t, figures);
    if (missing === 0) return t("goals.within");
    return t("goals.toGo", { missing: figures.points(missing), services });
  }

  return (
    <div className="mb-9">
      <Section id="goals" title={t("goals.title")}>
        <ul className="grid gap-3 min-[48rem]:grid-cols-2">
          {nearestFirst.map((gift) => (
            <li
              key={gift.id}
              className="relative grid grid-cols-[5rem_minmax(0,1fr)] items-center gap-4 rounded-md border border-rule bg-sheet p-3"
            >
              <GiftPicture gift={gift} photo={gift.photo} sizes="5rem" />
              <div className="min-w-0">
                <h3 className="leading-snug break-words">
                  <Link
                    to={`/my/gifts/${gift.id}`}
                    className="text-ink no-underline after:absolute after:inset-0 hover:underline"
                  >
                    {gift.title}
                  </Link>
                </h3>
                <p className="text-[0.9375rem] leading-snug text-ink-soft">{standing(gift)}</p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

import type { ShortGift } from "#app/modules/draws/prize-pieces.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";

/** The gifts of which prizes need more pieces than are free, a line each. */
export function ShortGifts({ short }: { short: readonly ShortGift[] }) {
  const { t, locale } = useWords();
  const { points } = useFigures();
  return (
    <ul>
      {short.map(({ title, wanted, free }) => (
        <li key={title.en}>
          {t("drawKeeping.draft.short", {
            gift: inLanguage(locale, title),
            ...{ wanted: points(wanted), free: points(free) },
          })}
        </li>
      ))}
    </ul>
  );
}

import type { PrizePlace } from "#app/modules/draws/draft.ts";
import type { PrizeGift } from "#app/modules/gifts/load-prize-gifts.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Select } from "#app/ui/input.tsx";

interface PrizeGiftFieldProps {
  place: PrizePlace;
  gifts: readonly PrizeGift[];
  field: { id: string; name: string; errors?: string[] | undefined; defaultValue: string };
}

/** Which gift of the catalogue a prize is, if it is one. What was chosen and is no longer offered stays to be seen. */
export function PrizeGiftField({ place, gifts, field }: PrizeGiftFieldProps) {
  const { t, locale } = useWords();
  const { points } = useFigures();
  const chosen = field.defaultValue;
  const isGone = chosen !== "" && !gifts.some(({ variantId }) => String(variantId) === chosen);
  return (
    <Select
      {...field}
      label={t("drawKeeping.form.prizeGift", { place })}
      options={[
        { value: "", label: t("drawKeeping.form.prizeGift.none") },
        ...(isGone ? [{ value: chosen, label: t("drawKeeping.form.prizeGift.gone") }] : []),
        ...gifts.map(({ variantId, en, zh, free }) => ({
          value: String(variantId),
          label: t("drawKeeping.form.prizeGift.free", {
            gift: inLanguage(locale, { en, zh }),
            free: points(free),
          }),
        })),
      ]}
    />
  );
}

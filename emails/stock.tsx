import { formatPoints } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { Facts, Letter, LetterButton, Words } from "./letter.tsx";
import type { Template } from "./template.ts";

export type LowStockProps = {
  name: string;
  /** One at least. `free`: pieces that nobody has been promised; `lowAt`: at which one wanted to be told. */
  gifts: { titleEn: string; titleZh: string; free: number; lowAt: number }[];
};

/** To whoever keeps the gifts: some run low. */
export const lowStock: Template<LowStockProps> = {
  subject: ({ t }, { gifts }) => t("mail.lowStock.subject", about(t, gifts)),
  body: (context, { name, gifts }) => {
    const { t, locale, origin, clubName } = context;
    const words = t("mail.lowStock.words", { count: gifts.length });
    return (
      <Letter
        context={context}
        preview={words}
        heading={t("mail.dear", { name })}
        because={t("mail.because.staff", { club: clubName })}
      >
        <Words>{words}</Words>
        <Facts
          rows={gifts.map(({ titleEn, titleZh, free, lowAt }) => ({
            name: inLanguage(locale, { en: titleEn, zh: titleZh }),
            value: t("mail.lowStock.free", {
              free: formatPoints(free, locale),
              lowAt: formatPoints(lowAt, locale),
            }),
          }))}
        />
        <LetterButton href={`${origin}/admin/stock?show=low`}>
          {t("mail.lowStock.open")}
        </LetterButton>
      </Letter>
    );
  },
};

const about = (t: Translate, gifts: LowStockProps["gifts"]) => ({
  count: gifts.length,
  title: inLanguage(t.locale, { en: gifts[0]?.titleEn ?? "", zh: gifts[0]?.titleZh ?? "" }),
});

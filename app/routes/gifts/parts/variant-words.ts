import type { Translate } from "#app/platform/words/translate.ts";

/** What a size is called where members choose one: a gift's first has no name until its keeper gives it one. */
export function variantWords(name: string, t: Translate): string {
  return name || t("gifts.variant.unnamed");
}

/** Whether members choose between several sizes of which one has no name. */
export function isOneUnnamed(
  variants: readonly { nameEn: string; nameZh: string; isArchived: boolean }[],
): boolean {
  const chosenFrom = variants.filter(({ isArchived }) => !isArchived);
  return chosenFrom.length > 1 && chosenFrom.some(({ nameEn, nameZh }) => !nameEn && !nameZh);
}

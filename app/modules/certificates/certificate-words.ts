import { showCode } from "#app/platform/unguessable-code.ts";
import { formatDay } from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { CertificateKind, CertificateSays } from "./certificate.ts";

/** All the words of a printed certificate, in one language. */
export type CertificateWords = {
  locale: Locale;
  club: string;
  title: string;
  /** What stands before the name. */
  to: string;
  name: string;
  /** What it is for, sentence by sentence. */
  lines: string[];
  /** When and where. */
  day: string;
  sign: string;
  check: string;
  /** As people type it. */
  code: string;
};

/** What it is printed for: which club, and where its codes are confirmed. */
export type PrintedBy = { club: InBoth; timeZone: string; address: string };

/** A certificate in words. */
export function wordsOf(
  certificate: { code: string; kind: CertificateKind; name: string; says: CertificateSays },
  by: PrintedBy,
  { locale, t }: { locale: Locale; t: Translate },
): CertificateWords {
  const { code, kind, name, says } = certificate;
  const day = formatDay(says.startsAt, locale, by.timeZone);
  const place = inLanguage(locale, says.place);
  return {
    ...{ locale, name, code: showCode(code) },
    club: inLanguage(locale, by.club),
    title: t(`certificates.sheet.title.${kind}`),
    to: t("certificates.sheet.to"),
    lines: linesOf(kind, says, { locale, t }),
    day: [day, place].filter(Boolean).join(" · "),
    sign: t("certificates.sheet.sign"),
    check: t("certificates.sheet.check", { address: by.address }),
  };
}

/** What a certificate is for, in sentences without the name. */
export function linesOf(
  kind: CertificateKind,
  says: CertificateSays,
  { locale, t }: { locale: Locale; t: Translate },
): string[] {
  const text = (both: InBoth | null) => (both ? inLanguage(locale, both) : "");
  const event = text(says.event);
  const [contest, bracket, award] = [text(says.contest), text(says.bracket), text(says.award)];
  const lines: string[] = [];
  if (kind === "took-part") lines.push(t("certificates.sheet.took-part", { event }));
  else {
    if (kind === "place") {
      const won = { rank: says.rank ?? 1, contest, bracket };
      lines.push(t(bracket ? "certificates.sheet.placeOf" : "certificates.sheet.place", won));
    } else if (award === contest) lines.push(t("certificates.sheet.award", { award }));
    else lines.push(t("certificates.sheet.awardIn", { award, contest }));
    lines.push(t("certificates.sheet.at", { event }));
  }
  if (says.impact) lines.push(t("certificates.sheet.impact", { done: text(says.impact) }));
  return lines;
}

/** The same in one line, as the language writes its clauses. */
export const inOneLine = (
  kind: CertificateKind,
  says: CertificateSays,
  words: { locale: Locale; t: Translate },
): string => linesOf(kind, says, words).join(words.locale === "zh-CN" ? "，" : " ");

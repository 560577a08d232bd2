import { renderToStaticMarkup } from "react-dom/server";
import { canSet, certificatesPdf } from "#app/modules/certificates/certificate-pdf.server.ts";
import {
  type CertificateWords,
  type PrintedBy,
  wordsOf,
} from "#app/modules/certificates/certificate-words.ts";
import type { PrintLanguages } from "#app/modules/certificates/forms.ts";
import type { PrintedCertificate } from "#app/modules/certificates/load-certificates.server.ts";
import { type NotPrintable, whyNotPrintable } from "#app/modules/certificates/printable.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { loadPng } from "#app/platform/kept-pictures.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { enabledLocaleOr, enabledLocales } from "#app/platform/words/enabled-locales.server.ts";
import { LOCALES, type Locale } from "#app/platform/words/locale.ts";
import { EventDrawing } from "#app/site/event-drawing.tsx";

/** As sharp as a printer shows a logo of an inch and a half. */
const LOGO_PIXELS = 600;

/** Which club prints, and where its codes are confirmed, without the protocol: as people type it. */
export async function printedBy(): Promise<PrintedBy> {
  const { name, nameZh, timeZone } = await loadClub();
  const address = `${appOrigin().replace(/^https?:\/\//, "")}/certificates`;
  return { club: { en: name, zh: nameZh }, timeZone, address };
}

/** Where the page is that confirms a certificate. */
export const confirmLink = (code: string): string => `${appOrigin()}/certificates/${code}`;

/** The words of a certificate in a language that the club speaks. */
export function printedWords(
  certificate: PrintedCertificate,
  by: PrintedBy,
  wanted: Locale,
): CertificateWords {
  const locale = enabledLocaleOr(wanted);
  return wordsOf(certificate, by, { locale, t: translator(locale) });
}

/** Which language a print is asked for in its address (`?in=zh-CN`); otherwise the one given. */
export function languageIn(request: Request, otherwise: Locale): Locale {
  const asked = new URL(request.url).searchParams.get("in");
  return LOCALES.find((locale) => locale === asked) ?? otherwise;
}

/** Why a certificate cannot be in a PDF; null where it can. */
export const whyNotInPdf = (words: CertificateWords): NotPrintable | null =>
  whyNotPrintable(words, canSet);

/**
 * Certificates in one PDF, without those that cannot be set.
 *
 * @param languages each in its family's language, in both, or all in one.
 */
export async function pdfResponse(
  certificates: readonly PrintedCertificate[],
  languages: PrintLanguages | Locale,
  { title, fileName, locale }: { title: string; fileName: string; locale: Locale },
): Promise<Response> {
  const by = await printedBy();
  const sheets = certificates.flatMap((certificate) => {
    const { code, says } = certificate;
    return localesOf(languages, certificate)
      .map((each) => printedWords(certificate, by, each))
      .filter((words) => whyNotInPdf(words) === null)
      .map((words) => ({ words, drawing: drawn(says.drawing), link: confirmLink(code) }));
  });
  if (sheets.length === 0) throw new Response(null, { status: 404 });
  const { logoId } = await loadClub();
  const logo = logoId === null ? null : await loadPng(db(), logoId, LOGO_PIXELS);
  return new Response(certificatesPdf(sheets, { title, logo, locale }), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}

const localesOf = (
  languages: PrintLanguages | Locale,
  { locale }: PrintedCertificate,
): readonly Locale[] => {
  if (languages === "both") return enabledLocales();
  return [languages === "family" ? locale : languages];
};

const drawings = new Map<string, string>();

/** The markup of an event's drawing. */
function drawn(name: string): string {
  const known = drawings.get(name) ?? renderToStaticMarkup(<EventDrawing name={name} />);
  drawings.set(name, known);
  return known;
}

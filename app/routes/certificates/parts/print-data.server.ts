import type { PrintedCertificate } from "#app/modules/certificates/load-certificates.server.ts";
import { qrOf } from "#app/platform/qr.server.ts";
import { enabledLocales } from "#app/platform/words/enabled-locales.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { confirmLink, printedBy, printedWords, whyNotInPdf } from "./print-certificates.server.tsx";

/**
 * All that the page to print a certificate shows.
 *
 * @param of its own address, below which its PDF is.
 */
export async function loadPrintPage(certificate: PrintedCertificate, of: string, locale: Locale) {
  const words = printedWords(certificate, await printedBy(), locale);
  return {
    words,
    drawing: certificate.says.drawing,
    qr: qrOf(confirmLink(certificate.code)),
    pdf: whyNotInPdf(words) ? null : `${of}/certificate.pdf?in=${words.locale}`,
    languages: [...enabledLocales()],
  };
}

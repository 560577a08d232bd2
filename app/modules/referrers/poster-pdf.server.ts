import type { Day } from "#app/platform/club-time.ts";
import { pdfPage } from "#app/platform/pdf-page.server.ts";
import { qrOf } from "#app/platform/qr.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatDay } from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { showShortCode } from "./short-code.ts";

const A4: [number, number] = [595, 842];
const QR_EDGE = 300;
const MARGIN = 48;
/** As many as there is room for in two languages. */
const MOST_OFFERS = 2;

/**
 * The poster of a referrer, to print and hang up: their link as a QR code, and the short code for those who type, in
 * both languages, as nobody knows who walks by.
 *
 * @param poster.name as friends call them; null where they did not agree to be named.
 * @param poster.home where the club is on the web, as it is typed.
 * @param poster.offers campaigns that run, each with the last day on which it does.
 */
export async function posterPdf(
  poster: {
    link: string;
    code: string;
    name: string | null;
    home: string;
    offers: readonly { title: InBoth; lastDay: Day }[];
  },
  club: { name: string; nameZh: string },
  languages: readonly Locale[],
): Promise<Uint8Array> {
  const { link, code, name, home, offers } = poster;
  const page = pdfPage(club.name, A4);
  /** A line in the middle, as large as fits. */
  const line = (text: string, y: number, most: number, grey = false) => {
    const room = A4[0] - 2 * MARGIN;
    const size = Math.min(most, (most * room) / page.widthOf(text, most));
    page.text(text, { x: (A4[0] - page.widthOf(text, size)) / 2, y, size, grey });
    return y + size * 1.5;
  };
  let y = MARGIN + 12;
  for (const locale of languages) {
    const t = translator(locale);
    const clubName = inLanguage(locale, { en: club.name, zh: club.nameZh });
    y = line(
      name
        ? t("referrers.public.title", { name, club: clubName })
        : t("referrers.public.titleFriend", { club: clubName }),
      y,
      30,
    );
    y = line(t("referrers.public.poster"), y, 15, true) + 14;
  }
  page.qr(qrOf(link), { x: (A4[0] - QR_EDGE) / 2, y, edge: QR_EDGE });
  y += QR_EDGE + 18;
  y = line(showShortCode(code), y, 34);
  for (const locale of languages) {
    y = line(
      translator(locale)("referrers.public.posterCode", { address: `${home}/r` }),
      y,
      13,
      true,
    );
  }
  y += 8;
  for (const { title, lastDay } of offers.slice(0, MOST_OFFERS)) {
    for (const locale of languages) {
      const day = formatDay(`${lastDay}T00:00:00Z`, locale, "UTC");
      const words = { title: inLanguage(locale, title), day };
      y = line(translator(locale)("referrers.public.posterOffer", words), y, 16);
    }
  }
  page.rule(A4[1] - MARGIN - 26, MARGIN, A4[0] - MARGIN);
  line(club.name, A4[1] - MARGIN - 16, 12, true);
  return page.end();
}

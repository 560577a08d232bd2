import { pdfPage } from "#app/platform/pdf-page.server.ts";
import { setLines } from "#app/platform/set-lines.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatDay, formatMoment, formatMoney } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { PaymentPage } from "./load-payment.server.ts";

const A5: [number, number] = [420, 595];
const LEFT = 42;
const RIGHT = 378;
const LINE = 24;
const SIZE = 10;
/** What is left of a line beside its label. */
const VALUE_WIDTH = 200;

/**
 * The receipt of a payment as a file to keep, in its reader's language. Says what the page says.
 *
 * @returns null for what is not paid.
 */
export async function receiptPdf(
  payment: PaymentPage,
  club: { name: string; timeZone: string },
  locale: Locale,
): Promise<Uint8Array | null> {
  const { receipt, paidAt, method, amountMinor, currency, store, member } = payment;
  if (receipt === null || paidAt === null || method === null) return null;
  const t = translator(locale);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const heading = t("payments.receipt.number", { receipt });
  const page = pdfPage(heading, A5);
  page.text(club.name, { x: LEFT, y: 48, size: 12, grey: true });
  page.text(heading, { x: LEFT, y: 72, size: 20 });
  let y = 130;
  const line = (label: string, value: string, size = SIZE) => {
    page.text(label, { x: LEFT, y, size: SIZE, grey: true });
    for (const part of setLines(value, (text) => page.widthOf(text, size) <= VALUE_WIDTH)) {
      page.text(part, { x: RIGHT - page.widthOf(part, size), y, size });
      y += size + 6;
    }
    y += LINE - SIZE - 10;
    page.rule(y, LEFT, RIGHT);
    y += 8;
  };
  line(t("payments.for"), inLanguage(locale, payment.title));
  line(t("payments.sum"), money(amountMinor), 14);
  line(t("payments.who"), `${member.name} · ${member.number}`);
  line(t("payments.day"), formatMoment(paidAt, locale, club.timeZone));
  line(t("payments.how"), t(`payments.method.${method}`));
  if (store) line(t("payments.where"), inLanguage(locale, store));
  if (payment.counterReceipt) line(t("payments.counterReceipt"), payment.counterReceipt);
  for (const refund of payment.refunds.filter(({ state }) => state === "succeeded")) {
    const day = formatDay(refund.createdAt, locale, club.timeZone);
    line(t("payments.refund.given", { day }), `\u2212${money(refund.amountMinor)}`);
  }
  return page.end();
}

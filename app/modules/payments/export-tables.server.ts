import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { receiptName } from "./payment.ts";

const payments: ExportTable = {
  name: "payments",
  columns: ["at", "about", "sum", "state", "paidAt", "paidBy", "receipt"],
  async *rows({ member, locale }) {
    if (!member) return;
    const owed = await db().payment.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
    });
    yield owed.map((payment) => ({
      at: payment.createdAt,
      about: inLanguage(locale, { en: payment.titleEn, zh: payment.titleZh }),
      sum: { minor: Number(payment.amountMinor), currency: payment.currency },
      state: code(payment.state),
      paidAt: payment.paidAt,
      paidBy: code(payment.method),
      receipt:
        payment.receiptYear === null || payment.receiptNumber === null
          ? null
          : receiptName(payment.receiptYear, payment.receiptNumber),
    }));
  },
};

const refunds: ExportTable = {
  name: "refunds",
  columns: ["at", "about", "sum", "state", "paidBy", "reason"],
  async *rows({ member, locale }) {
    if (!member) return;
    const given = await db().paymentRefund.findMany({
      where: { payment: { memberId: member.id } },
      orderBy: { id: "asc" },
      include: { payment: { select: { titleEn: true, titleZh: true, currency: true } } },
    });
    yield given.map((refund) => ({
      at: refund.createdAt,
      about: inLanguage(locale, { en: refund.payment.titleEn, zh: refund.payment.titleZh }),
      sum: { minor: Number(refund.amountMinor), currency: refund.payment.currency },
      state: code(refund.state),
      paidBy: code(refund.method),
      reason: refund.reason,
    }));
  },
};

/** What they paid the club, and what it gave back. */
export const exportTables: readonly ExportTable[] = [payments, refunds];

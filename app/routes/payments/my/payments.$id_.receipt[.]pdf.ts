import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadPayment } from "#app/modules/payments/load-payment.server.ts";
import { receiptPdf } from "#app/modules/payments/receipt-pdf.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Members: the receipt of one of their own payments, as a file in their language. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const payment = await loadPayment(db(), rowIdIn(params.id), member.id);
  const { name, nameZh, timeZone } = await loadClub();
  const club = { name: locale === "en" ? name : nameZh, timeZone };
  const file = payment && (await receiptPdf(payment, club, locale));
  if (!file) throw new Response(null, { status: 404 });
  return new Response(file as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="receipt-${payment.receipt}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}

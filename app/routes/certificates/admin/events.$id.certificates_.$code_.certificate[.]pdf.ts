import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadPrintedByCode } from "#app/modules/certificates/load-certificates.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { languageIn, pdfResponse } from "../parts/print-certificates.server.tsx";

/** Whoever keeps certificates: one of an event as a file. `?in=` says in which language; otherwise its family's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "certificates.keep");
  const certificate = await loadPrintedByCode(db(), rowIdIn(params.id), params.code ?? "");
  if (!certificate) throw new Response(null, { status: 404 });
  const fileName = `certificate-${certificate.code}`;
  const title = `${t("certificateKeeping.title")} · ${certificate.name}`;
  const language = languageIn(request, certificate.locale);
  return pdfResponse([certificate], language, { title, fileName, locale });
}

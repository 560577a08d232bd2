import type { LoaderFunctionArgs } from "@remix-run/node";
import { printLanguages } from "#app/modules/certificates/forms.ts";
import { loadPrintedOfEvent } from "#app/modules/certificates/load-certificates.server.ts";
import { db } from "#app/platform/db.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { pdfResponse } from "../parts/print-certificates.server.tsx";

/**
 * Whoever keeps certificates: all of an event that can be set, in one file. `?in=both` in both languages, otherwise
 * each in its family's.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "certificates.keep");
  const id = rowIdIn(params.id);
  const asked = new URL(request.url).searchParams.get("in");
  const languages = printLanguages.find((each) => each === asked) ?? "family";
  const certificates = await loadPrintedOfEvent(db(), id);
  const title = t("certificateKeeping.title");
  return pdfResponse(certificates, languages, { title, fileName: `certificates-${id}`, locale });
}

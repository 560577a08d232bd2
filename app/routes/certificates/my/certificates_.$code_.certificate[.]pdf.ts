import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadOwnCertificate } from "#app/modules/certificates/load-certificates.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { languageIn, pdfResponse } from "../parts/print-certificates.server.tsx";

/** Members: a certificate of their family as a file. `?in=` says in which language. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, t, locale } = await readOwnerRequest(request);
  const certificate = await loadOwnCertificate(db(), member.id, params.code ?? "");
  if (!certificate) throw new Response(null, { status: 404 });
  const fileName = `certificate-${certificate.code}`;
  const title = `${t("certificates.mine")} · ${certificate.name}`;
  return pdfResponse([certificate], languageIn(request, locale), { title, fileName, locale });
}

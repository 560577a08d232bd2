import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadPrintedByCode } from "#app/modules/certificates/load-certificates.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { languageIn } from "../parts/print-certificates.server.tsx";
import { loadPrintPage } from "../parts/print-data.server.ts";
import { PrintPage } from "../parts/print-page.tsx";

/** Whoever keeps certificates: one of an event, to print. `?in=` says in which language; otherwise its family's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "certificates.keep");
  const id = rowIdIn(params.id);
  const certificate = await loadPrintedByCode(db(), id, params.code ?? "");
  if (!certificate) throw new Response(null, { status: 404 });
  const list = `/admin/events/${id}/certificates`;
  const locale = languageIn(request, certificate.locale);
  return {
    page: await loadPrintPage(certificate, `${list}/${certificate.code}`, locale),
    list,
    title: t("certificateKeeping.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function KeptCertificate() {
  const t = useT();
  const { page, list } = useLoaderData<typeof loader>();
  return <PrintPage {...page} back={{ to: list, label: t("certificateKeeping.title") }} />;
}

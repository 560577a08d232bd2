import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadOwnCertificate } from "#app/modules/certificates/load-certificates.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { languageIn } from "../parts/print-certificates.server.tsx";
import { loadPrintPage } from "../parts/print-data.server.ts";
import { PrintPage } from "../parts/print-page.tsx";

/** Members: a certificate of their family, to print. `?in=` says in which language. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, t, locale } = await readOwnerRequest(request);
  const code = params.code ?? "";
  const certificate = await loadOwnCertificate(db(), member.id, code);
  if (!certificate) throw new Response(null, { status: 404 });
  return {
    ...(await loadPrintPage(certificate, `/my/certificates/${code}`, languageIn(request, locale))),
    title: t("certificates.mine"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OwnCertificate() {
  const t = useT();
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <PrintPage {...page} back={{ to: "/my/certificates", label: t("certificates.mine") }} />;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadConsultants } from "#app/modules/pipeline/load-consultants.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ConsultantsTable } from "../parts/consultants-table.tsx";

/** Whoever works leads: who does, whose turn counts, and how much each has. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, t, may } = await readStaffRequest(request, "leads.work");
  const consultants = await loadConsultants(db());
  return {
    consultants,
    me: staff.id,
    mayAll: may("leads.review"),
    title: t("pipeline.consultants.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Consultants() {
  const t = useT();
  const { consultants, me, mayAll, title } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to="/admin/leads">{t("pipeline.back")}</BackLink>
      <PageHeader title={title} lead={t("pipeline.consultants.lead")} />
      <ConsultantsTable consultants={consultants} mayOpen={(id) => mayAll || id === me} />
      {mayAll && (
        <p className="mt-5 text-ink-soft">
          {t("pipeline.consultants.more")}{" "}
          <Link to="/admin/staff">{t("pipeline.consultants.staff")}</Link>
        </p>
      )}
    </>
  );
}

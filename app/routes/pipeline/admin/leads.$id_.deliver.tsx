import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deliverCar } from "#app/modules/pipeline/deliver-car.server.ts";
import { DeliverForm } from "#app/modules/pipeline/forms.ts";
import { loadFriendInClub } from "#app/modules/pipeline/load-friend-in-club.server.ts";
import { loadLeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { DeliverFields } from "../parts/deliver-fields.tsx";

/** Whoever works with the lead: the form by which the car is handed over. */
async function readOwn(request: Request, param: string | undefined) {
  const asked = await readStaffRequest(request, "leads.work");
  const viewer = { id: asked.staff.id, isAdmin: asked.may("leads.review") };
  const lead = await loadLeadPage(db(), rowIdIn(param), viewer);
  if (!lead) throw new Response(null, { status: 404 });
  if (!lead.isTheirs) throw new Response(null, { status: 403 });
  return { ...asked, lead };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lead, t } = await readOwn(request, params.id);
  const member = await loadFriendInClub(db(), lead.friend.phone);
  return { lead, member, title: t("pipeline.deliver.title") };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff, lead } = await readOwn(request, params.id);
  const form = parseForm(await readFormFields(request), DeliverForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { email, ...car } = form.value;
  const delivered = await deliverCar(
    { ...car, email: email ?? null, leadId: lead.id },
    actorOf(staff, context),
  );
  if (delivered.ok) {
    return redirect(`/admin/leads/${lead.id}?done=${delivered.claimed ? "claimed" : "deliver"}`);
  }
  if (delivered.refusal === "not-found") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refusal: delivered.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Deliver() {
  const t = useT();
  const { lead, member, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/leads/${lead.id}`}>
        <bdi>{lead.friend.name ?? t("pipeline.forgotten")}</bdi>
      </BackLink>
      <PageHeader title={title} lead={t("pipeline.deliver.lead")} />
      {refused?.refusal && (
        <div className="mb-6">
          <Notice tone="refusal" title={t("pipeline.refused.title")}>
            {t(`pipeline.refused.${refused.refusal}`)}
          </Notice>
        </div>
      )}
      <DeliverFields lead={lead} member={member} reply={refused?.form} />
    </div>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import { ConsultantForm } from "#app/modules/pipeline/forms.ts";
import { handOverLeads } from "#app/modules/pipeline/hand-over-leads.server.ts";
import { keepConsultant } from "#app/modules/pipeline/keep-consultant.server.ts";
import { loadConsultants } from "#app/modules/pipeline/load-consultants.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { figureIn, noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ConsultantHandOver } from "../parts/consultant-hand-over.tsx";
import { ConsultantTurns } from "../parts/consultant-turns.tsx";

/** Sales people for themselves, admins for everybody: how somebody gets leads, and theirs handed over. */
async function readOne(request: Request, param: string | undefined) {
  const asked = await readStaffRequest(request, "leads.work");
  const id = rowIdIn(param);
  const mayAll = asked.may("leads.review");
  if (!mayAll && id !== asked.staff.id) throw new Response(null, { status: 403 });
  return { ...asked, id, mayAll };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, mayAll } = await readOne(request, params.id);
  const [all, stores] = await Promise.all([loadConsultants(db()), loadStores(db())]);
  const consultant = all.find((each) => each.id === id);
  if (!consultant) throw new Response(null, { status: 404 });
  const done = noticeIn(request, ["keep", "hand-over"]);
  const others = mayAll ? all.filter((each) => each.id !== id) : [];
  const count = figureIn(request, "leads");
  return { consultant, stores, others, mayAll, done, count, title: consultant.name };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, mayAll, staff } = await readOne(request, params.id);
  const form = parseForm(await readFormFields(request), ConsultantForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { value } = form;
  const actor = actorOf(staff, context);
  if (value.intent === "keep") {
    const kept = await keepConsultant(
      {
        personId: id,
        takesTurns: value.takesTurns === "on",
        storeId: value.storeId ?? null,
        models: value.models,
        awayThrough: value.awayThrough ?? null,
      },
      actor,
    );
    if (kept.ok) return redirect(`/admin/leads/consultants/${id}?done=keep`);
    return data({ form: form.reply(), refusal: kept.refusal }, 409);
  }
  if (!mayAll) throw new Response(null, { status: 403 });
  const handed = await handOverLeads({ from: id, to: value.to ?? null }, actor);
  if (!handed.ok) return data({ form: form.reply(), refusal: handed.refusal }, 409);
  return redirect(`/admin/leads/consultants/${id}?done=hand-over&leads=${handed.leads}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Consultant() {
  const t = useT();
  const { consultant, stores, others, mayAll, done, count } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/leads/consultants">{t("pipeline.consultants.title")}</BackLink>
      <PageHeader
        title={<bdi>{consultant.name}</bdi>}
        lead={t("pipeline.consultant.has", { open: consultant.open, overdue: consultant.overdue })}
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {refused?.refusal && (
          <Notice tone="refusal" title={t("pipeline.refused.title")}>
            {t(`pipeline.refused.${refused.refusal}`)}
          </Notice>
        )}
        {done && !refused && (
          <Notice tone="ok">{t(`pipeline.consultant.done.${done}`, { count })}</Notice>
        )}
      </div>
      <ConsultantTurns consultant={consultant} stores={stores} reply={refused?.form} />
      {mayAll && consultant.open > 0 && (
        <ConsultantHandOver consultant={consultant} others={others} />
      )}
    </>
  );
}

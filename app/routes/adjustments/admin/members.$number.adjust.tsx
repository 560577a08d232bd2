import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdjustForm } from "#app/modules/adjustments/forms.ts";
import { loadAdjustPage } from "#app/modules/adjustments/load-adjust-page.server.ts";
import { requestAdjustment } from "#app/modules/adjustments/request-adjustment.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { memberNumberIn, noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Section } from "#app/ui/page.tsx";
import { AdjustHead } from "../parts/adjust-head.tsx";
import { AdjustPointsForm } from "../parts/adjust-points-form.tsx";
import { AdjustmentsTable } from "../parts/adjustments-table.tsx";

/** Whoever may ask for adjustments and has proved that it is them: the balance, and the form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "adjustments.ask");
  await requireRecentAuthentication(request);
  const page = await loadAdjustPage(db(), memberNumberIn(params), staff.id);
  if (!page) throw notFound();
  const done = noticeIn(request, ["booked", "waiting"]);
  const title = `${t("adjust.title")} · ${page.name} · ${page.number}`;
  return { page, done, requestKey: crypto.randomUUID(), title };
}

/** Whoever may ask for adjustments and has proved that it is them: books it, or asks for a second person. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "adjustments.ask");
  await requireRecentAuthentication(request);
  const number = memberNumberIn(params);
  const form = parseForm(await readFormFields(request), AdjustForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refusal: null, available: null }, 400);
  }
  const answer = await requestAdjustment({
    ...form.value,
    number,
    ...actorOf(staff, context),
  });
  if (answer.ok) throw redirect(`/admin/members/${number}/adjust?done=${answer.state}`);
  const { refusal } = answer;
  if (refusal === "no-such-member") throw notFound();
  const available = refusal === "insufficient" ? answer.available : null;
  return data({ form: form.reply(), refusal, available }, refusal === "not-allowed" ? 403 : 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Adjust() {
  const t = useT();
  const { page, done, requestKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AdjustHead page={page} done={answer ? null : done} answer={answer} />
      {!page.closed && (
        <AdjustPointsForm
          key={answer ? "again" : requestKey}
          page={page}
          requestKey={requestKey}
          reply={answer?.form}
        />
      )}
      <Section id="past" title={t("adjust.past")}>
        <AdjustmentsTable adjustments={page.past} caption={t("adjust.past")} ofOneMember />
      </Section>
    </>
  );
}

const notFound = () => new Response("Not found", { status: 404 });

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PaymentTaskForm } from "#app/modules/payments/forms.ts";
import { answerPaymentTask, listPaymentTasks } from "#app/modules/payments/payment-tasks.server.ts";
import { loadEventMoney } from "#app/modules/registrations/refund-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { MagnifierDrawing } from "#app/ui/drawings/magnifier.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { EventsToRefund } from "../parts/events-to-refund.tsx";
import { PaymentTasks } from "../parts/payment-tasks.tsx";

const LISTED = 100;

/** Finance: money that did not go the way it should have. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "payments.refund");
  return {
    tasks: await listPaymentTasks(db(), LISTED),
    events: (await loadEventMoney(db())).filter(({ online }) => online.payments > 0),
    done: noticeIn(request, ["answered"]),
    title: t("payments.tasks.title"),
  };
}

/** Finance: says that one was looked after. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "payments.refund");
  const form = PaymentTaskForm.safeParse(Object.fromEntries(await readFormFields(request)));
  if (!form.success) throw new Response(null, { status: 400 });
  const answered = await answerPaymentTask(form.data, actorOf(staff, context));
  if (answered) throw redirect("/admin/payments/to-do?done=answered");
  return data({ refusal: "answered-before" as const }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function ToDo() {
  const t = useT();
  const { tasks, events, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink to="/admin/payments">{t("payments.list.title")}</BackLink>
      <PageHeader title={t("payments.tasks.title")} lead={t("payments.tasks.lead")} />
      {refused && <Notice tone="refusal">{t("payments.tasks.before")}</Notice>}
      {!refused && done && <Notice tone="ok">{t("payments.tasks.done")}</Notice>}
      <EventsToRefund events={events} />
      {tasks.length === 0 ? (
        <EmptyState drawing={<MagnifierDrawing />}>{t("payments.tasks.none")}</EmptyState>
      ) : (
        <PaymentTasks tasks={tasks} />
      )}
    </>
  );
}

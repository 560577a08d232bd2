import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { GiveBackForm } from "#app/modules/registrations/forms.ts";
import { askToGiveBack, loadEventMoney } from "#app/modules/registrations/refund-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Finance, with proof that it is them: what a cancelled event's parties have paid, and has to go back. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "payments.refund");
  await requireRecentAuthentication(request);
  const id = rowIdIn(params.id);
  const event = await db().event.findUnique({ where: { id, state: { not: "draft" } } });
  if (!event) throw new Response(null, { status: 404 });
  const money = await loadEventMoney(db(), id);
  return {
    money,
    reason: event.cancelReason ?? t("parties.refunds.why.usual"),
    done: noticeIn(request, ["asked"]),
    title: t("parties.refunds.title"),
    name: money[0] ? inLanguage(locale, money[0].title) : null,
  };
}

/** Finance, with proof that it is them: gives back all that was paid online. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "payments.refund");
  await requireRecentAuthentication(request);
  const eventId = rowIdIn(params.id);
  if ((await db().event.count({ where: { id: eventId } })) === 0) {
    throw new Response(null, { status: 404 });
  }
  const form = parseForm(await readFormFields(request), GiveBackForm);
  if (form.status !== "success") return data({ form: form.reply() }, { status: 400 });
  const { by, address } = actorOf(staff, context);
  const { reason } = form.value;
  await inTransaction((tx) => askToGiveBack(tx, { eventId, reason, by, address }));
  return redirect(`/admin/events/${eventId}/refunds?done=asked`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function EventRefunds() {
  const t = useT();
  const figures = useFigures();
  const { money, reason, done, name } = useLoaderData<typeof loader>();
  const errors = formErrors(useActionData<typeof action>()?.form, t);
  const said = ({ payments, minor }: { payments: number; minor: number }, currency: string) => ({
    payments,
    sum: figures.moneyIn(minor, currency),
  });
  const isOnline = money.some(({ online }) => online.payments > 0);
  return (
    <div className="max-w-2xl">
      <BackLink to="/admin/payments/to-do">{t("payments.tasks.title")}</BackLink>
      <PageHeader title={t("parties.refunds.title")} lead={name ?? undefined} />
      {done && <Notice tone="ok">{t("parties.refunds.asked")}</Notice>}
      {money.length === 0 && <p className="mt-5">{t("parties.refunds.none")}</p>}
      {money.map(({ online, counter, currency }) => (
        <div key={currency} className="mt-5 grid gap-2">
          {online.payments > 0 && <p>{t("parties.refunds.online", said(online, currency))}</p>}
          {counter.payments > 0 && (
            <p>
              {t("parties.refunds.counter", said(counter, currency))}{" "}
              <Link to="/admin/payments/to-do">{t("payments.tasks.title")}</Link>
            </p>
          )}
        </div>
      ))}
      {isOnline && (
        <Form method="post" className="mt-6 grid gap-5">
          <Input
            id="reason"
            name="reason"
            label={t("parties.refunds.why")}
            required
            maxLength={REASON_AT_MOST}
            defaultValue={reason}
            errors={errors.reason}
          />
          <Button>{t("parties.refunds.press")}</Button>
        </Form>
      )}
    </div>
  );
}

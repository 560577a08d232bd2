import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { cancelEventIn } from "#app/modules/events/cancel-event.server.ts";
import { CancelEventForm } from "#app/modules/events/forms.ts";
import { loadEventPeople } from "#app/modules/events/load-event-people.server.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Whoever keeps events: what it means to cancel one, before it is done. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "events.keep");
  const event = await loadEventPeople(db(), rowIdIn(params.id));
  if (event?.state !== "published") throw new Response(null, { status: 404 });
  const title = inLanguage(locale, event.title);
  return { ...event, name: title, title: t("eventKeeping.cancel.title", { title }) };
}

/** Cancels it, for a reason. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), CancelEventForm);
  if (form.status !== "success") return data({ ...form.reply(), over: false }, 400);
  const cancelling = { eventId, reason: form.value.reason, now: new Date() };
  const actor = actorOf(staff, context);
  const answer = await changePublishedEvent(eventId, (tx) => cancelEventIn(tx, cancelling, actor));
  if (answer.ok) return redirect(`/admin/events/${eventId}?done=cancelled`);
  if (answer.refusal === "over") return data({ ...form.reply(), over: true }, 409);
  throw new Response(null, { status: 404 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function CancelEvent() {
  const t = useT();
  const { eventId, name, title, parties, waiting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const pending = useNavigation().state === "submitting";
  return (
    <div className="max-w-2xl">
      <BackLink to={`/admin/events/${eventId}`}>{name}</BackLink>
      <PageHeader title={title} />
      {answer?.over && (
        <div className="mb-6">
          <Notice tone="refusal" title={t("eventKeeping.refused.over")} />
        </div>
      )}
      <p className="mb-2">{t("eventKeeping.cancel.parties", { count: parties })}</p>
      <p className="mb-5">
        {waiting > 0 && t("eventKeeping.cancel.waiting", { count: waiting })}{" "}
        {t("eventKeeping.cancel.lead", { count: parties + waiting })}
      </p>
      <Form method="post" noValidate className="grid gap-5">
        <Textarea
          id="reason"
          name="reason"
          rows={3}
          maxLength={REASON_AT_MOST}
          label={t("eventKeeping.cancel.reason")}
          hint={t("eventKeeping.cancel.reason.hint")}
          defaultValue={String(answer?.initialValue?.reason ?? "")}
          errors={answer && formErrors(answer, t).reason}
        />
        <div className="flex flex-wrap gap-3">
          <Button look="danger" pending={pending}>
            {t("eventKeeping.cancel.sure")}
          </Button>
          <ButtonLink to={`/admin/events/${eventId}`} look="quiet">
            {t("eventKeeping.cancel.keep")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}

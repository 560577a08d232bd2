import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MessageForm } from "#app/modules/event-messages/forms.ts";
import { loadMessagesPage } from "#app/modules/event-messages/load-messages-page.server.ts";
import { sendMessage, sendTestMessage } from "#app/modules/event-messages/send-message.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { MessageForm as MessageFormPart } from "../parts/message-form.tsx";
import { SentMessages } from "../parts/sent-messages.tsx";

/** Who keeps events: what was written to those of one, and the form to write more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const page = await loadMessagesPage(db(), eventId);
  if (!page) throw notFound();
  return {
    ...page,
    eventId,
    requestKey: randomUUID(),
    done: noticeIn(request, ["sent"]),
    title: `${t("eventMessages.title")} · ${inLanguage(locale, page.title)}`,
    name: page.title,
  };
}

/** Who keeps events: shows a message before it goes out, sends it to its writer alone, or to its audience. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const body = await readFormFields(request);
  const form = parseForm(body, MessageForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), shown: false, news: null }, 400);
  }
  const message = form.value;
  const page = await loadMessagesPage(db(), eventId);
  const chosen = page?.audiences.find(
    ({ audience, session }) => audience === message.to.audience && session === message.to.session,
  );
  if (!chosen) throw notFound();
  switch (body.get("intent")) {
    case "test":
      await sendTestMessage(eventId, message, staff.id);
      return data({ form: form.reply(), shown: true, news: "test" as const });
    case "send": {
      if (chosen.parties === 0) {
        return data({ form: form.reply(), shown: true, news: "nobody" as const }, 409);
      }
      const answer = await sendMessage(eventId, message, actorOf(staff, context));
      if (!answer.ok) throw notFound();
      throw redirect(`/admin/events/${eventId}/messages?done=sent`);
    }
    default:
      return data({ form: form.reply(), shown: true, news: null });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

const notFound = () => new Response("Not found", { status: 404 });

export default function EventMessages() {
  const t = useT();
  const { locale } = useWords();
  const { eventId, name, audiences, messages, requestKey, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="max-w-3xl">
      <BackLink to={`/admin/events/${eventId}`}>{inLanguage(locale, name)}</BackLink>
      <EventPlaces eventId={eventId} />
      <PageHeader title={t("eventMessages.title")} lead={t("eventMessages.lead")} />
      {done && !answer && <Notice tone="ok">{t("eventMessages.done")}</Notice>}
      {answer?.news === "test" && <Notice tone="ok">{t("eventMessages.test.done")}</Notice>}
      {answer?.news === "nobody" && <Notice tone="refusal">{t("eventMessages.nobody")}</Notice>}
      <Section id="write" title={t("eventMessages.write")}>
        <MessageFormPart
          audiences={audiences}
          requestKey={requestKey}
          reply={answer?.form}
          shown={answer?.shown ?? false}
        />
      </Section>
      <Section id="sent" title={t("eventMessages.sent")}>
        <SentMessages messages={messages} />
      </Section>
    </div>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  loadThanksPage,
  previewThanks,
  sendTestThanks,
} from "#app/modules/event-thanks/load-thanks.server.ts";
import { holdThanks, sendThanks } from "#app/modules/event-thanks/send-thanks.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Section } from "#app/ui/page.tsx";
import { ThanksActs } from "../parts/thanks-acts.tsx";
import { ThanksState } from "../parts/thanks-state.tsx";

/** Who keeps events: the letter of thanks of one before it goes out, and how far it is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const page = await loadThanksPage(db(), eventId);
  const letter = await previewThanks(db(), eventId, locale, t("eventThanks.someone"));
  if (!page || !letter) throw new Response(null, { status: 404 });
  return {
    ...{ page, letter },
    done: noticeIn(request, ["started", "held", "let", "test"]),
    title: `${t("eventThanks.title")} · ${inLanguage(locale, page.title)}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Who keeps events: sends the thanks now, keeps them from going out by themselves or lets them, or sends oneself one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const eventId = rowIdIn(params.id);
  const actor = actorOf(staff, context);
  const intent = (await readFormFields(request)).get("intent");
  const at = `/admin/events/${eventId}/thanks`;
  switch (intent) {
    case "send": {
      const answer = await sendThanks(eventId, actor);
      if (answer === "no-such-event") throw new Response(null, { status: 404 });
      if (answer === "not-over") return data({ refusal: "not-over" as const }, 409);
      return redirect(`${at}?done=started`);
    }
    case "hold":
    case "let": {
      if (!(await holdThanks(eventId, intent === "hold", actor))) {
        return data({ refusal: "too-late" as const }, 409);
      }
      return redirect(`${at}?done=${intent === "hold" ? "held" : "let"}`);
    }
    case "test": {
      if (!(await sendTestThanks(db(), eventId, staff.id))) {
        throw new Response(null, { status: 404 });
      }
      return redirect(`${at}?done=test`);
    }
    default:
      return data({ refusal: "unknown" as const }, 400);
  }
}

export default function EventThanksPage() {
  const t = useT();
  const { locale } = useWords();
  const { page, letter, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <div className="max-w-3xl">
      <BackLink to={`/admin/events/${page.eventId}`}>{inLanguage(locale, page.title)}</BackLink>
      <EventPlaces eventId={page.eventId} />
      <PageHeader title={t("eventThanks.title")} lead={t("eventThanks.lead")} />
      <div className="grid gap-6">
        {refusal && <Notice tone="refusal">{t(`eventThanks.refused.${refusal}`)}</Notice>}
        {done && !refusal && <Notice tone="ok">{t(`eventThanks.done.${done}`)}</Notice>}
        <ThanksState page={page} />
        {!page.isCancelled && <ThanksActs page={page} />}
      </div>
      <Section id="letter" title={t("eventThanks.letter")}>
        <p className="mb-3 text-ink-soft">{t("eventThanks.letter.lead")}</p>
        <div className="rounded-md border border-rule bg-sheet p-5">
          <p className="mb-3 font-semibold">{letter.subject}</p>
          <p className="[overflow-wrap:anywhere] whitespace-pre-line">{letter.text}</p>
        </div>
      </Section>
    </div>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideOver } from "#app/modules/event-decisions/decide-over.server.ts";
import { OverForm } from "#app/modules/event-decisions/forms.ts";
import { loadOverPage } from "#app/modules/event-decisions/load-over.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { LimitsOver } from "../parts/limits-over.tsx";
import { PartyOverRow } from "../parts/party-over-row.tsx";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Whoever keeps registrations: the parties that came in last of an event that has fewer places than people. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "registrations.keep");
  const eventId = rowIdIn(params.id);
  const page = await loadOverPage(db(), eventId);
  if (!page) throw new Response(null, { status: 404 });
  return {
    ...page,
    eventId,
    done: noticeIn(request, ["stay", "out"]),
    title: `${t("eventDecisions.over.title")} · ${inLanguage(locale, page.event.title)}`,
  };
}

/** Lets one of them stay, or takes it out. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "registrations.keep");
  const eventId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), OverForm);
  if (form.status !== "success") return data({ form: form.reply(), refused: null }, 400);
  const { party: registrationId, ...said } = form.value;
  const answer = await decideOver({ eventId, registrationId, ...said }, actorOf(staff, context));
  if (answer.ok) return redirect(`/admin/events/${eventId}/over?done=${said.decision}`);
  if (answer.refusal === "no-such-party") throw new Response(null, { status: 404 });
  return data({ form: form.reply(), refused: answer.refusal }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OverCapacity() {
  const t = useT();
  const { eventId, event, limits, parties, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = formErrors(answer?.form, t);
  const sent = answer?.form.initialValue;
  return (
    <div className="max-w-3xl">
      <BackLink to={`/admin/events/${eventId}/parties`}>
        {t("eventDecisions.over.parties")}
      </BackLink>
      <PageHeader title={t("eventDecisions.over.title")} lead={inLanguage(t.locale, event.title)} />
      <div className="mb-5 grid gap-3 empty:hidden">
        {done && !answer && <Notice tone="ok">{t(`eventDecisions.over.done.${done}`)}</Notice>}
        {answer?.refused && (
          <Notice tone="refusal">{t(`eventDecisions.over.refused.${answer.refused}`)}</Notice>
        )}
      </div>
      {limits.length === 0 ? (
        <p className="text-ink-soft">{t("eventDecisions.over.none")}</p>
      ) : (
        <>
          <p className="mb-4 max-w-prose">{t("eventDecisions.over.lead")}</p>
          <LimitsOver limits={limits} event={event} />
          <ul className="mt-5 border-t border-rule">
            {parties.map((party) => {
              const isSent = sent?.party === String(party.id);
              return (
                <PartyOverRow
                  key={party.id}
                  party={party}
                  limits={limits}
                  event={event}
                  typed={isSent ? String(sent?.reason ?? "") : ""}
                  errors={isSent ? errors.reason : undefined}
                />
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}

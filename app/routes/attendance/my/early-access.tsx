import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ObjectionForm } from "#app/modules/attendance/forms.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { loadDelays, objectToDelay } from "#app/modules/parties/object-to-delay.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { RoadAheadDrawing } from "#app/ui/drawings/road-ahead.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { OwnDelay } from "../parts/own-delay.tsx";

/** Members: what delays their own early access, until when, and what was said about it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t, locale } = await readOwnerRequest(request);
  const delays = await loadDelays(db(), member.id);
  return {
    locale,
    words: packedCatalog(locale, ["attendance-my"]),
    title: t("attendance.early.title"),
    sent: noticeIn(request, ["sent"]) !== null,
    delays: delays.map(({ registration, ...delay }) => ({
      ...delay,
      title: readPlan(registration.event.plan).title,
    })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members: objects to a delay of their own, once. */
export async function action({ request }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const form = parseForm(await readFormFields(request), ObjectionForm);
  if (form.status !== "success") return data({ form: form.reply(), late: false }, 400);
  const { delay: delayId, words } = form.value;
  const kept = await objectToDelay(db(), { memberId: member.id, delayId, words });
  if (!kept) return data({ form: form.reply(), late: true }, 409);
  return redirect("/my/early-access?done=sent");
}

export default function EarlyAccess() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Delays />
    </WordsProvider>
  );
}

function Delays() {
  const t = useT();
  const { delays, sent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/registrations">{t("attendance.early.back")}</BackLink>
      <PageHeader title={t("attendance.early.title")} lead={t("attendance.early.lead")} />
      {sent && !answer && <Notice tone="ok">{t("attendance.early.sent")}</Notice>}
      {answer?.late && <Notice tone="refusal">{t("attendance.early.late")}</Notice>}
      {delays.length === 0 && (
        <EmptyState drawing={<RoadAheadDrawing />}>{t("attendance.early.none")}</EmptyState>
      )}
      {delays.map((delay) => (
        <OwnDelay
          key={delay.id}
          delay={delay}
          reply={answer?.form.initialValue?.delay === String(delay.id) ? answer.form : undefined}
        />
      ))}
    </div>
  );
}

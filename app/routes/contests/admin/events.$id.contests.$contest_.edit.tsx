import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContestForm as Schema } from "#app/modules/contests/forms.ts";
import { changeContest } from "#app/modules/contests/keep-contest.server.ts";
import { typeContest } from "#app/modules/contests/type-contest.ts";
import { eventHow } from "#app/modules/events/event-how.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ContestForm } from "../parts/contest-form.tsx";
import { requireContest } from "../parts/contest-request.server.ts";

/** Whoever keeps contests: one that is not opened yet, as a form. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "contests.keep");
  const [{ event, contest }, { time }] = await Promise.all([
    requireContest(params, { drafts: true }),
    eventHow(),
  ]);
  const page = `/admin/events/${event.id}/contests/${contest.id}`;
  if (contest.state !== "draft") throw redirect(page);
  return {
    ...{ page, brackets: event.brackets, of: contest.title, revision: contest.revision },
    typed: typeContest(contest, time),
    title: t("contestKeeping.edit"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Changes it; once it is open nothing is. Of two who write at once the second is told, and keeps what they typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  await readStaffRequest(request, "contests.keep");
  const [{ event, contest }, { time }] = await Promise.all([
    requireContest(params, { drafts: true }),
    eventHow(),
  ]);
  const form = parseForm(await readFormFields(request), Schema(time));
  if (form.status !== "success") return data({ form: form.reply(), changed: false }, 400);
  const { draft, revision } = form.value;
  const kept = await changeContest({ contestId: contest.id, draft, revision });
  if (!kept.ok && kept.refusal === "changed") {
    return data({ form: form.reply(), changed: true }, 409);
  }
  const page = `/admin/events/${event.id}/contests/${contest.id}`;
  return redirect(`${page}?${kept.ok ? "done=saved" : "refused=not-a-draft"}`);
}

export default function EditContest() {
  const { t, locale } = useWords();
  const { page, of, typed, brackets, revision } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <BackLink to={page}>{inLanguage(locale, of)}</BackLink>
      <PageHeader title={t("contestKeeping.edit")} lead={t("contestKeeping.new.lead")} />
      {answer?.changed && (
        <div className="mb-6">
          <Notice tone="refusal">{t("contestKeeping.refused.changed")}</Notice>
        </div>
      )}
      <ContestForm
        requestKey="edit"
        revision={revision}
        typed={typed}
        brackets={brackets}
        reply={answer?.form}
      />
    </>
  );
}

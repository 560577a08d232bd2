import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadAllEntries, loadEnterable } from "#app/modules/contests/load-entries.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { figureIn, noticeIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { requireContest } from "../parts/contest-request.server.ts";
import { REFUSED_FIELD } from "../parts/entry-answer.ts";
import { EntryDesk } from "../parts/entry-desk.tsx";
import { readEntryForm, takeEntry } from "../parts/entry-request.server.ts";
import { SpotForms } from "../parts/spot-forms.tsx";

const DONE = ["entered", "measured", "voted"] as const;

/** Whoever takes entries: a contest at its table, on a phone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await readStaffRequest(request, "contests.enter");
  const { event, contest } = await requireContest(params, { drafts: false });
  const isPictures = contest.terms.kind === "pictures";
  return {
    contest,
    brackets: event.brackets,
    page: `/admin/events/${event.id}/contests/${contest.id}`,
    people: await loadEnterable(db(), { ...contest, eventId: event.id }),
    entries: isPictures ? [] : await loadAllEntries(db(), contest.id),
    requestKey: randomUUID(),
    done: noticeIn(request, DONE),
    number: figureIn(request, "number"),
    title: inLanguage(locale, contest.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Takes an entry with its picture, a try or a vote, where there is no script. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "contests.enter");
  const { event, contest } = await requireContest(params, { drafts: false });
  const sent = await readEntryForm(request);
  const answer = await takeEntry(sent, contest, staff.id);
  if (!answer.ok) {
    const { refusal, number = 0 } = answer;
    const field = REFUSED_FIELD[refusal];
    if (!field) return data({ form: sent.form.reply(), refusal, number }, 409);
    const fieldErrors = { [field]: [`contestEntries.refused.${refusal}`] };
    return data({ form: sent.form.reply({ fieldErrors }), refusal: null, number }, 409);
  }
  const page = `/admin/events/${event.id}/contests/${contest.id}/entries`;
  if (answer.done !== "entered") return redirect(`${page}?done=${answer.done}`);
  if (answer.pictureRefusal) {
    return data({ form: undefined, refusal: answer.pictureRefusal, number: answer.number }, 409);
  }
  return redirect(`${page}?done=entered&number=${answer.number}`);
}

export default function TakeEntries() {
  const { t, locale } = useWords();
  const { contest, page, done, number, ...loaded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="max-w-xl">
      <BackLink to={page}>{inLanguage(locale, contest.title)}</BackLink>
      <PageHeader
        title={t("contestKeeping.takeEntries")}
        lead={t(`contestEntries.lead.${contest.terms.kind}`)}
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !refused && (
          <Notice tone="ok">{t(`contestEntries.done.${done}`, { number })}</Notice>
        )}
        {refused?.refusal && (
          <Notice tone="refusal">
            {t(`contestEntries.refused.${refused.refusal}`, { number: refused.number })}
          </Notice>
        )}
        {contest.state !== "open" && (
          <Notice tone="warn" announce={false}>
            {t("contestEntries.refused.not-open")}
          </Notice>
        )}
      </div>
      {contest.state === "open" &&
        (contest.terms.kind === "pictures" ? (
          <EntryDesk contest={contest} page={page} {...loaded} reply={refused?.form} />
        ) : (
          <SpotForms contest={contest} {...loaded} reply={refused?.form} />
        ))}
    </div>
  );
}

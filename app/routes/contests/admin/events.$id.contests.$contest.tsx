import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContestActForm } from "#app/modules/contests/forms.ts";
import { loadEnterable, loadEntries } from "#app/modules/contests/load-entries.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { figureIn, noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { doContestAct } from "../parts/contest-acts.server.ts";
import { CONTEST_DONE, CONTEST_REFUSED } from "../parts/contest-news.ts";
import { requireContest } from "../parts/contest-request.server.ts";
import { REFUSED_FIELD } from "../parts/entry-answer.ts";
import { KeptContestPage } from "../parts/kept-contest-page.tsx";

/** Whoever keeps contests or takes entries: one of them, its entries with their names, and what can be done with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, may } = await readStaffRequest(request, "contests.enter");
  const mayKeep = may("contests.keep");
  const { event, contest } = await requireContest(params, { drafts: mayKeep });
  const isWaiting = noticeIn(request, ["yes"], "waiting") !== null;
  const after = figureIn(request, "after");
  const { entries, next } = await loadEntries(db(), contest.id, {
    after,
    unsettled: isWaiting ? contest.unsettled : null,
  });
  const whose = figureIn(request, "whose");
  const waits = entries.some(
    ({ id, name, isErased }) => id === whose || (name === null && !isErased),
  );
  return {
    event: { id: event.id, slug: event.slug, title: event.title, brackets: event.brackets },
    ...{ contest, entries, next, isWaiting, whose, mayKeep, isFirst: after === 0 },
    people: mayKeep && waits ? await loadEnterable(db(), { ...contest, eventId: event.id }) : [],
    done: noticeIn(request, CONTEST_DONE),
    refused: noticeIn(request, CONTEST_REFUSED, "refused"),
    title: inLanguage(locale, contest.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/**
 * Opens it (`open`), closes and reopens entries (`close`, `reopen`), throws a draft away (`discard`), calls it off
 * (`call-off`); says whose an entry is (`assign`), withdraws it and takes it in again, takes a try back, chooses.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "contests.keep");
  const { event, contest } = await requireContest(params, { drafts: true });
  const form = parseForm(await readFormFields(request), ContestActForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refusal: null, number: 0 }, 400);
  }
  const answer = await doContestAct(contest.id, form.value, actorOf(staff, context));
  if (!answer.ok) {
    const { refusal, number } = answer;
    const field = REFUSED_FIELD[refusal];
    if (!field) return data({ form: form.reply(), refusal, number }, 409);
    const fieldErrors = { [field]: [`contestKeeping.refused.${refusal}`] };
    return data({ form: form.reply({ fieldErrors }), refusal: null, number }, 409);
  }
  const list = `/admin/events/${event.id}/contests`;
  const to = answer.done === "discarded" ? list : `${list}/${contest.id}`;
  return redirect(`${to}?done=${answer.done}`);
}

export default function KeptContest() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <KeptContestPage {...loaded} answer={answer} />;
}

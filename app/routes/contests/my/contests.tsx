import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadOwnContests, loadOwnVotes } from "#app/modules/contests/load-own-contests.server.ts";
import { db } from "#app/platform/db.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn } from "#app/routes/shell/page-address.server.ts";
import { DrawingContestDrawing } from "#app/ui/drawings/drawing-contest.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Sheet } from "#app/ui/page.tsx";
import { OwnContestSheet } from "../parts/own-contest.tsx";
import { doOwnEntry, OWN_DONE } from "../parts/own-entry.server.ts";

/** Members: the contests of the events that they come to, and what their children have entered. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, t, locale } = await readOwnerRequest(request);
  const contests = await loadOwnContests(db(), member.id);
  return {
    ...{ locale, contests, votes: await loadOwnVotes(db(), contests) },
    words: packedCatalog(locale, ["contests"]),
    requestKey: randomUUID(),
    now: new Date(),
    done: noticeIn(request, OWN_DONE),
    title: t("contests.mine"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** Members: send a child's picture (`enter`), withdraw it, take name and picture out for good (`forget`), vote. */
export async function action({ request }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const answer = await doOwnEntry(request, { memberId: member.id, by: member.person.id });
  if (!answer.ok) return data(answer, answer.refusal === "form" ? 400 : 409);
  return redirect(`/my/contests?done=${answer.done}`);
}

export default function OwnContests() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Contests />
    </WordsProvider>
  );
}

function Contests() {
  const t = useT();
  const { contests, votes, requestKey, now, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to="/my/events">{t("events.back")}</BackLink>
      <PageHeader title={t("contests.mine")} lead={t("contests.mine.lead")} />
      <div className="mb-6 grid gap-3 empty:hidden">
        {done && !refused && <Notice tone="ok">{t(`contests.done.${done}`)}</Notice>}
        {refused?.refusal && (
          <Notice tone="refusal">{t(`contests.refused.${refused.refusal}`)}</Notice>
        )}
      </div>
      {contests.length === 0 && (
        <EmptyState drawing={<DrawingContestDrawing />}>{t("contests.mine.none")}</EmptyState>
      )}
      <ul className="grid grid-cols-1 gap-4">
        {contests.map((contest) => (
          <li key={`${contest.id} ${contest.registrationId}`}>
            <Sheet>
              <OwnContestSheet
                contest={contest}
                vote={votes.find(
                  ({ contestId, registrationId }) =>
                    contestId === contest.id && registrationId === contest.registrationId,
                )}
                requestKey={requestKey}
                now={now}
                reply={refused?.form}
              />
            </Sheet>
          </li>
        ))}
      </ul>
    </div>
  );
}

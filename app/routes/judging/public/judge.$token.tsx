import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadEventOfDay } from "#app/modules/attendance/load-event-of-day.server.ts";
import { noteConflict } from "#app/modules/judging/conflicts.server.ts";
import { JudgeActForm } from "#app/modules/judging/forms.ts";
import { sayDone, sayNotDone } from "#app/modules/judging/judge-done.server.ts";
import { handOver } from "#app/modules/judging/judge-links.server.ts";
import { loadJudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { holdScores } from "#app/modules/judging/save-scores.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { JudgePage } from "../parts/judge-page.tsx";
import { isOpened, otherJudgeOn, requireJudge, takeSeat } from "../parts/judge-request.server.ts";
import { keepForm } from "../parts/keep-form.server.ts";

export const handle = { wide: true };

/** Moving from picture to picture asks nothing: the page has them all, also without a network. */
export { keepWhileMoving as shouldRevalidate } from "../parts/keep-while-moving.ts";

/** Whoever has a judge's link: the pictures of one contest, by number, and what they gave. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ locale }, judge] = await Promise.all([
    readPreferences(request),
    requireJudge(params.token),
  ]);
  const { name, state } = judge;
  const title = translator(locale)("judging.title");
  const words = packedCatalog(locale, ["judging"]);
  const frame = { locale, words, title, name, state };
  const sheet = state === "judging" ? await loadJudgeSheet(db(), judge) : null;
  if (!sheet) return data({ ...frame, page: null }, state === "over" ? 410 : 200);
  const event = await loadEventOfDay(db(), sheet.eventId);
  const other = isOpened(request) ? null : await otherJudgeOn(request, judge);
  const page = {
    ...{ judgeId: judge.id, token: params.token ?? "", sheet, other, now: Date.now() },
    brackets: event?.plan.brackets ?? [],
  };
  const headers = {
    ...{ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" },
    ...(isOpened(request) && (await takeSeat(judge))),
  };
  return data({ ...frame, page }, { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

/** Whoever has a judge's link: keeps an entry's scores, notes an own child, says to be done, hands over. */
export async function action({ request, params }: ActionFunctionArgs) {
  const judge = await requireJudge(params.token);
  if (judge.state !== "judging") throw new Response(null, { status: 410 });
  const here = `/judge/${params.token}`;
  const fields = await readFormFields(request);
  const form = parseForm(fields, JudgeActForm);
  const other = await otherJudgeOn(request, judge);
  if (other) return data({ said: { other: other.name } }, 409);
  if (form.status !== "success") {
    const isCode = fields.get("intent") === "hand-over";
    return data({ said: isCode ? { handOver: "no-such-code" as const } : null }, 400);
  }
  switch (form.value.intent) {
    case "score":
      return keepForm(judge, form.value, fields, here);
    case "own": {
      const entryId = form.value.entry;
      const noted = await noteConflict(
        { contestId: judge.contestId, judgeId: judge.id, entryId },
        { by: null },
      );
      if (!noted) throw new Response(null, { status: 404 });
      return redirect(here);
    }
    case "holds": {
      const held = await holdScores(judge, form.value.entry);
      if (!held.ok) throw new Response(null, { status: 410 });
      return redirect(here);
    }
    case "done": {
      const said = await sayDone(judge);
      return said.ok ? redirect(here) : data({ said: { missing: said.missing } }, 409);
    }
    case "not-done":
      await sayNotDone(judge);
      return redirect(here);
    case "hand-over": {
      const handed = await handOver(judge, form.value.code);
      if (handed.ok) return redirectDocument(`/judge/${handed.keys.token}`);
      return data({ said: { handOver: handed.refusal } }, 409);
    }
  }
}

export default function Judge() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <State />
    </WordsProvider>
  );
}

function State() {
  const t = useT();
  const { name, state, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // Another judge's page begins anew, with nothing of the one before.
  if (page) return <JudgePage {...page} key={page.judgeId} name={name} answer={answer ?? null} />;
  const news = state === "judging" ? "not-begun" : state;
  return <PageHeader title={t(`judging.${news}`)} lead={t(`judging.${news}.what`)} />;
}

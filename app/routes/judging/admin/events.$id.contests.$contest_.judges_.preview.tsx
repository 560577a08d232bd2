import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadJudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { loadJudgesPage } from "#app/modules/judging/load-kept-judging.server.ts";
import { db } from "#app/platform/db.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { EntryPreview } from "../parts/entry-preview.tsx";

/** Nobody, so that nobody's scores are shown. */
const NO_JUDGE = 0;

/** Whoever keeps judging: what a judge sees of a contest, with nothing that can be pressed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "judging.keep");
  const [eventId, contestId] = [rowIdIn(params.id), rowIdIn(params.contest)];
  const page = await loadJudgesPage(db(), eventId, contestId);
  const sheet = page && (await loadJudgeSheet(db(), { id: NO_JUDGE, contestId }));
  if (!sheet) throw new Response(null, { status: 404 });
  const { entries, criteria } = sheet;
  const { brackets } = page.contest;
  return {
    ...{ eventId, contestId, entries, criteria, brackets, locale },
    words: packedCatalog(locale, ["judging"]),
    title: t("judging.judges.preview"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Preview() {
  const t = useT();
  const { eventId, contestId, locale, words } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={`/admin/events/${eventId}/contests/${contestId}/judges`}>
        {t("judging.judge.back")}
      </BackLink>
      <PageHeader title={t("judging.judges.preview")} />
      {/* In the words of the judges' own page. */}
      <WordsProvider locale={locale} messages={words}>
        <First />
      </WordsProvider>
    </>
  );
}

function First() {
  const t = useT();
  const { entries, criteria, brackets } = useLoaderData<typeof loader>();
  const [first] = entries;
  if (!first) return <Notice>{t("judging.none")}</Notice>;
  return <EntryPreview entry={first} all={entries.length} {...{ criteria, brackets }} />;
}

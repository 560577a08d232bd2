import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { NameForm } from "#app/modules/contest-results/forms.ts";
import { loadOwnResults } from "#app/modules/contest-results/load-own-results.server.ts";
import { nameEntry } from "#app/modules/contest-results/name-entry.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords, WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader, Sheet } from "#app/ui/page.tsx";
import { OwnResultView } from "../parts/own-result.tsx";

/** Members: how one of their parties did in the contests of its event; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const registrationId = rowIdIn(params.id);
  const found = await loadOwnResults(db(), registrationId, member.id);
  if (!found) throw new Response(null, { status: 404 });
  return {
    ...{ ...found, registrationId, locale },
    words: packedCatalog(locale, ["contest-results"]),
    title: t("results.mine"),
    saved: noticeIn(request, ["saved"]) !== null,
  };
}

/** Members: lets a name stand beside a number of theirs, or takes it away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const registrationId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), NameForm);
  if (form.status !== "success") return data(form.reply(), 400);
  const { entry: entryId, named } = form.value;
  const isTheirs = await nameEntry(
    { entryId, registrationId, named: named === "yes" },
    { memberId: member.id, personId: member.person.id },
  );
  if (!isTheirs) throw new Response(null, { status: 404 });
  return redirect(`/my/registrations/${registrationId}/results?done=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function OwnResultsPage() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Results />
    </WordsProvider>
  );
}

function Results() {
  const { t, locale } = useWords();
  const { registrationId, slug, event, results, saved } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink to={`/my/registrations/${registrationId}`}>{inLanguage(locale, event)}</BackLink>
      <PageHeader title={t("results.mine")} />
      {saved && <Notice tone="ok">{t("results.mine.saved")}</Notice>}
      {results.length === 0 ? (
        <p className="text-ink-soft">{t("results.mine.none")}</p>
      ) : (
        <>
          <ul className="mt-4 grid grid-cols-1 gap-4">
            {results.map((result) => (
              <li key={result.entryId}>
                <Sheet>
                  <OwnResultView result={result} />
                </Sheet>
              </li>
            ))}
          </ul>
          <p className="mt-5">
            <Link to={`/events/${slug}/results`}>{t("results.mine.all")}</Link>
          </p>
        </>
      )}
    </div>
  );
}

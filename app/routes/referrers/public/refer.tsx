import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";

/** Open to everybody: the words of how one begins to recommend friends. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  return { locale, words: packedCatalog(locale, ["referrers", "referrers-public"]) };
}

export default function BeginPages() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Outlet />
    </WordsProvider>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";

export const handle = { wide: true };

/** Open to everybody: the words of the draws. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  return { locale, words: packedCatalog(locale, ["draws"]) };
}

export default function PublicDrawPages() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Outlet />
    </WordsProvider>
  );
}

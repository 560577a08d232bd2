import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";

/** Members, and others who recommend friends: the words of what they read about it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readReferrerRequest(request);
  return { locale, words: packedCatalog(locale, ["referrers", "referrers-my", "campaigns"]) };
}

export default function ReferralPages() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Outlet />
    </WordsProvider>
  );
}

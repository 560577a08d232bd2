import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { readReferrerRequest } from "#app/routes/shell/referrer-request.server.ts";

/** Members, and others who recommend friends: the words of the pages about themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readReferrerRequest(request);
  return { locale, words: packedCatalog(locale, ["account", "consents"]) };
}

/** The words change only with the language. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs): boolean {
  return formAction?.startsWith("/preferences") ?? false;
}

/** What the owner tells the club, and what they may ask of it. */
export default function AccountPages() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <div className="mx-auto max-w-2xl">
        <Outlet />
      </div>
    </WordsProvider>
  );
}

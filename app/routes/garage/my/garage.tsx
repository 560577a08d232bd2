import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";

/** Members: the words of the pages about their cars. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readOwnerRequest(request);
  return { locale, words: packedCatalog(locale, ["garage"]) };
}

/** The words change only with the language. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs): boolean {
  return formAction?.startsWith("/preferences") ?? false;
}

export default function GaragePages() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <div className="mx-auto max-w-3xl">
        <Outlet />
      </div>
    </WordsProvider>
  );
}

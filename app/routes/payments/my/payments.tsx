import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";

/** Members: the words of what they pay. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readOwnerRequest(request);
  return { locale, words: packedCatalog(locale, ["payments"]) };
}

export default function PaymentPages() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Outlet />
    </WordsProvider>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { RouteError } from "#app/site/route-error.tsx";
import { ViewSwitches } from "#app/site/view-switches.tsx";
import { PlainShell } from "#app/ui/plain-shell.tsx";

/** Open to everybody: the words of the public pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await readPreferences(request);
  return { locale, words: packedCatalog(locale, ["home-public", "auth"]) };
}

export default function PublicPages() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Frame>
        <Outlet />
      </Frame>
    </WordsProvider>
  );
}

export function ErrorBoundary() {
  return (
    <Frame>
      <RouteError />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useT();
  const club = useClub();
  // A page that is more than one form says so in its handle.
  const wide = useMatches().some(({ handle }) => (handle as { wide?: boolean } | undefined)?.wide);
  return (
    <PlainShell
      club={club.name}
      logo={club.logo}
      homeTo="/"
      skipLabel={t("nav.skip")}
      footer={<ViewSwitches />}
      width={wide ? "wide" : "narrow"}
    >
      {children}
    </PlainShell>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { FramedError } from "#app/site/framed-error.tsx";
import { useClub } from "#app/site/root-data.ts";
import { RouteError } from "#app/site/route-error.tsx";
import { ViewSwitches } from "#app/site/view-switches.tsx";
import { PlainShell } from "#app/ui/plain-shell.tsx";
import { requirePerson } from "./guards.server.ts";
import { landingPath } from "./sign-in-request.server.ts";

/** Whoever is signed in, whatever they are to the club: the frame, which leads back to their own pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [{ roles, member }, { locale }] = await Promise.all([
    requirePerson(request),
    readPreferences(request),
  ]);
  const home = landingPath({ roles, isMember: member !== null }, "/");
  return { locale, home, words: packedCatalog(locale, ["auth", "security"]) };
}

export default function SecurityPages() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  );
}

/** A page's error stands inside the frame; where the frame itself could not be loaded, inside a plain one. */
export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("routes/shell/_security");
  if (!data) return <FramedError />;
  return (
    <Frame {...data}>
      <RouteError home={data.home} />
    </Frame>
  );
}

interface FrameProps {
  locale: Locale;
  home: string;
  words: string;
  children: ReactNode;
}

function Frame({ locale, home, words, children }: FrameProps) {
  return (
    <WordsProvider locale={locale} messages={words}>
      <Shell home={home}>{children}</Shell>
    </WordsProvider>
  );
}

function Shell({ home, children }: { home: string; children: ReactNode }) {
  const t = useT();
  const club = useClub();
  return (
    <PlainShell
      club={club.name}
      logo={club.logo}
      homeTo={home}
      skipLabel={t("nav.skip")}
      actions={
        home !== "/security" && (
          <Link to={home} className="button button-bare">
            {t(home === "/admin" ? "security.backToDesk" : "security.backToClub")}
          </Link>
        )
      }
      footer={<ViewSwitches />}
      width="wide"
    >
      <div className="mx-auto max-w-2xl">{children}</div>
    </PlainShell>
  );
}

import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import type { WordKey } from "#app/platform/words/translate.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { PlainShell } from "#app/ui/plain-shell.tsx";
import { type RootData, useRootData } from "./root-data.ts";
import { RouteError } from "./route-error.tsx";
import { ViewSwitches } from "./view-switches.tsx";

interface FramedErrorProps {
  elsewhere?: string;
  forbidden?: WordKey;
}

/**
 * An error where the frame of the page could not be loaded, or is not for whoever asked: the plainest frame, with
 * the club's name above, and a way on.
 *
 * @param elsewhere the first page of those who may not come in here.
 * @param forbidden why they may not.
 */
export function FramedError({ elsewhere = "/", forbidden }: FramedErrorProps) {
  const root = useRootData();
  const error = useRouteError();
  const home = isRouteErrorResponse(error) && error.status === 403 ? elsewhere : "/";
  if (!root) {
    return (
      <main id="main" className="px-5">
        <RouteError />
      </main>
    );
  }
  return (
    <WordsProvider locale={root.locale} messages={root.words}>
      <Frame club={root.club} home={home} forbidden={forbidden} />
    </WordsProvider>
  );
}

interface FrameProps {
  club: RootData["club"];
  home: string;
  forbidden: WordKey | undefined;
}

function Frame({ club, home, forbidden }: FrameProps) {
  const t = useT();
  return (
    <PlainShell
      club={club.name}
      logo={club.logo}
      homeTo={home}
      skipLabel={t("nav.skip")}
      footer={<ViewSwitches />}
      width="wide"
    >
      <RouteError home={home} forbidden={forbidden} />
    </PlainShell>
  );
}

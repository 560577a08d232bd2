import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Link,
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { ClosingBanner } from "#app/routes/account/parts/closing-banner.tsx";
import { FramedError } from "#app/site/framed-error.tsx";
import { useOfflineCard } from "#app/site/offline-card.ts";
import { useClub } from "#app/site/root-data.ts";
import { RouteError } from "#app/site/route-error.tsx";
import { ViewSwitches } from "#app/site/view-switches.tsx";
import {
  EventIcon,
  GarageIcon,
  GiftIcon,
  HomeIcon,
  PeopleIcon,
  PersonIcon,
  PointsIcon,
} from "#app/ui/icons.tsx";
import { OwnerShell } from "#app/ui/owner-shell.tsx";
import type { Place } from "#app/ui/place-links.tsx";
import { readReferrerRequest } from "./referrer-request.server.ts";

/** What the frame says, and what several of an owner's pages say: sent once for all of them. */
const WORDS = ["shell", "home", "joining-my", "points", "service", "standing", "goals"] as const;

/** Members, and others who recommend friends: the words of their pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person, member, locale } = await readReferrerRequest(request);
  const { closesAt } = person;
  return {
    // Only an owner who is leaving carries the words for it.
    closing: closesAt && { closesAt, words: packedCatalog(locale, ["account"]) },
    locale,
    /** Null for whoever is not in the club: the frame then has only what is theirs. */
    number: member?.number ?? null,
    words: packedCatalog(locale, WORDS),
  };
}

/** The words change only with the language; whether an owner is leaving, where they say so. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs): boolean {
  return /^\/(preferences|my\/account\/closing)/.test(formAction ?? "");
}

type FrameProps = { locale: Locale; number: string | null; words: string; children: ReactNode };

export default function OwnersPages() {
  const data = useLoaderData<typeof loader>();
  useOfflineCard(data.number);
  return (
    <Frame {...data}>
      {data.closing && (
        <WordsProvider locale={data.locale} messages={data.closing.words}>
          <ClosingBanner closesAt={data.closing.closesAt} />
        </WordsProvider>
      )}
      <Outlet />
    </Frame>
  );
}

/** A page's error stands inside the frame; where the frame itself could not be loaded, inside a plain one. */
export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("routes/shell/my");
  if (!data) return <FramedError elsewhere="/admin" forbidden="error.members.body" />;
  return (
    <Frame {...data}>
      <RouteError home={data.number === null ? "/my/referrals" : "/my"} />
    </Frame>
  );
}

function Frame({ locale, number, words, children }: FrameProps) {
  return (
    <WordsProvider locale={locale} messages={words}>
      <Shell isMember={number !== null}>{children}</Shell>
    </WordsProvider>
  );
}

function Shell({ isMember, children }: { isMember: boolean; children: ReactNode }) {
  const t = useT();
  const club = useClub();
  const places = usePlaces();
  return (
    <OwnerShell
      club={club.name}
      logo={club.logo}
      homeTo={isMember ? "/my" : "/my/referrals"}
      skipLabel={t("nav.skip")}
      navLabel={t("my.nav")}
      places={isMember ? places.ofMembers : places.ofReferrers}
      account={
        <Link to="/my/account" className="button button-bare" aria-label={t("my.account")}>
          <PersonIcon size={24} />
        </Link>
      }
      footer={<ViewSwitches />}
    >
      {children}
    </OwnerShell>
  );
}

/** What lies under the thumb: of members, and of those who only recommend friends. */
function usePlaces(): { ofMembers: Place[]; ofReferrers: Place[] } {
  const t = useT();
  const points = { to: "/my/points", label: t("my.points"), icon: <PointsIcon size={24} /> };
  return {
    ofMembers: [
      { to: "/my", end: true, label: t("my.home"), icon: <HomeIcon size={24} /> },
      points,
      {
        to: "/my/gifts",
        label: t("my.gifts"),
        icon: <GiftIcon size={24} />,
        also: "/my/redemptions",
      },
      {
        to: "/my/events",
        label: t("my.events"),
        icon: <EventIcon size={24} />,
        also: "/my/registrations",
      },
      { to: "/my/garage", label: t("my.garage"), icon: <GarageIcon size={24} /> },
    ],
    ofReferrers: [
      { to: "/my/referrals", label: t("my.referrals"), icon: <PeopleIcon size={24} /> },
      points,
    ],
  };
}

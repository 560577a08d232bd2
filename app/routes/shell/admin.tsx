import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import type { Role } from "#app/modules/access/roles.ts";
import { packedStaffCatalog } from "#app/platform/words/catalogs.server.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { FramedError } from "#app/site/framed-error.tsx";
import { useClub } from "#app/site/root-data.ts";
import { RouteError } from "#app/site/route-error.tsx";
import { ViewSwitches } from "#app/site/view-switches.tsx";
import { StaffShell } from "#app/ui/staff-shell.tsx";
import { optionalPerson } from "./guards.server.ts";
import { SearchBox } from "./parts/search-box.tsx";
import { StaffAccount } from "./parts/staff-account.tsx";
import { staffPlaces } from "./parts/staff-places.tsx";
import { readStaffRequest } from "./staff-request.server.ts";

/** Staff pages show what owners see of cars, points, claims and texts, and speak of it in the same words. */
const SHARED_WORDS = [
  "attendance",
  "campaigns",
  "certificates",
  "claims",
  "contest-results",
  "dues",
  "garage",
  "payments",
  "points",
  "service",
  "texts",
] as const;

/** Any role at the dealership: the frame and its words. Each page asks for the roles it needs itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { staff, locale } = await readStaffRequest(request);
  const isMember = (await optionalPerson(request))?.member != null;
  const words = packedStaffCatalog(locale, SHARED_WORDS);
  return { locale, words, name: staff.name, roles: staff.roles, isMember };
}

/** The frame changes with the language, and with nothing that a page does. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs): boolean {
  return formAction?.startsWith("/preferences") ?? false;
}

type FrameData = Awaited<ReturnType<typeof loader>>;

export default function StaffPages() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  );
}

/** A page's error stands inside the frame; where the frame itself could not be loaded, inside a plain one. */
export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("routes/shell/admin");
  if (!data) return <FramedError elsewhere="/my" />;
  return (
    <Frame {...data}>
      <RouteError home="/admin" />
    </Frame>
  );
}

function Frame({ locale, words, children, ...who }: FrameData & { children: ReactNode }) {
  return (
    <WordsProvider locale={locale} messages={words}>
      <Shell {...who}>{children}</Shell>
    </WordsProvider>
  );
}

interface ShellProps {
  name: string;
  roles: Role[];
  isMember: boolean;
  children: ReactNode;
}

function Shell({ name, roles, isMember, children }: ShellProps) {
  const t = useT();
  const club = useClub();
  return (
    <StaffShell
      club={club.name}
      logo={club.logo}
      homeTo="/admin"
      places={staffPlaces(t, roles, { demo: club.demo, isMember })}
      navLabel={t("staff.nav")}
      menuLabel={t("staff.menu")}
      skipLabel={t("nav.skip")}
      search={<SearchBox />}
      account={<StaffAccount name={name} />}
      footer={<ViewSwitches />}
    >
      {children}
    </StaffShell>
  );
}

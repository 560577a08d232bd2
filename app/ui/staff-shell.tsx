import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { MenuIcon } from "./icons.tsx";
import { type Place, PlaceLinks } from "./place-links.tsx";
import { SkipLink } from "./skip-link.tsx";
import { Wordmark } from "./wordmark.tsx";

interface StaffShellProps {
  club: string;
  /** Where the club's own sign is, if it has one. */
  logo?: string | null;
  homeTo: string;
  places: Place[];
  navLabel: string;
  /** On the button that opens the navigation on a narrow screen. */
  menuLabel: string;
  skipLabel: string;
  /** The one search box: a GET form around a `SearchInput`. */
  search: ReactNode;
  /** Who is signed in, and the way out. */
  account: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The working desk: dense, the search box always at the top, places down the side. On paper the page alone. */
export function StaffShell(props: StaffShellProps) {
  const { club, homeTo, places, navLabel, menuLabel, skipLabel } = props;
  return (
    <div className="dense flex min-h-dvh flex-col text-[0.9375rem] leading-normal">
      <SkipLink>{skipLabel}</SkipLink>
      <header className="z-20 border-b border-rule bg-paper min-[56rem]:sticky min-[56rem]:top-0 print:hidden">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2 px-4 py-2 min-[56rem]:flex-nowrap">
          <Link
            to={homeTo}
            className="flex min-h-10 min-w-0 items-center no-underline min-[56rem]:max-w-72 min-[56rem]:min-w-44"
          >
            <Wordmark logo={props.logo}>{club}</Wordmark>
          </Link>
          <div className="order-3 w-full min-[56rem]:order-none min-[56rem]:max-w-xl min-[56rem]:flex-1">
            {props.search}
          </div>
          <div className="ml-auto flex items-center gap-3">{props.account}</div>
        </div>
      </header>
      <div className="flex flex-1 flex-col min-[56rem]:flex-row">
        <nav
          aria-label={navLabel}
          className="hidden w-52 flex-none border-r border-rule py-4 min-[56rem]:block print:hidden"
        >
          <PlaceLinks places={places} className="side-tab" />
        </nav>
        <details className="border-b border-rule min-[56rem]:hidden print:hidden">
          <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 font-semibold">
            <MenuIcon />
            {menuLabel}
          </summary>
          <nav aria-label={navLabel} className="pb-3">
            <PlaceLinks places={places} className="side-tab" />
          </nav>
        </details>
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 py-5 outline-none min-[56rem]:px-7 min-[56rem]:py-6"
        >
          {props.children}
        </main>
      </div>
      {props.footer && (
        <footer className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t border-rule px-4 py-3 text-ink-soft print:hidden">
          {props.footer}
        </footer>
      )}
    </div>
  );
}

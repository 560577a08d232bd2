import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Place, PlaceLinks } from "./place-links.tsx";
import { SkipLink } from "./skip-link.tsx";
import { Wordmark } from "./wordmark.tsx";

interface OwnerShellProps {
  club: string;
  /** Where the club's own sign is, if it has one. */
  logo?: string | null;
  homeTo: string;
  /** Up to five: they lie under the thumb on a phone, along the top on a desk. */
  places: Place[];
  navLabel: string;
  skipLabel: string;
  /** At the right end of the top bar: the way to one's own account. */
  account?: ReactNode;
  /** Language, theme, the club's address. */
  footer?: ReactNode;
  children: ReactNode;
}

/** The owner's booklet: one column on a phone; on a desk, room for two facing pages (`Spread`). */
export function OwnerShell(props: OwnerShellProps) {
  const { club, homeTo, places, navLabel, skipLabel, account, footer, children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{skipLabel}</SkipLink>
      <header className="border-b border-rule">
        <div className="mx-auto flex min-h-14 max-w-6xl items-center justify-between gap-4 px-4 xs:px-5 min-[56rem]:px-8">
          <Link to={homeTo} className="flex min-h-11 min-w-0 items-center no-underline">
            <Wordmark logo={props.logo}>{club}</Wordmark>
          </Link>
          <nav aria-label={navLabel} className="bar-nav">
            <PlaceLinks places={places} className="bar-tab" />
          </nav>
          {account}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 pb-14 outline-none xs:px-5 min-[56rem]:px-8 min-[56rem]:pt-10"
      >
        {children}
      </main>
      {footer && (
        <footer className="owner-foot border-t border-rule pb-[calc(4.5rem+env(safe-area-inset-bottom))] min-[56rem]:pb-4">
          <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-5 text-[0.9375rem] text-ink-soft xs:px-5 min-[56rem]:px-8">
            {footer}
          </div>
        </footer>
      )}
    </div>
  );
}

/** Two facing pages on a desk, one after the other on a phone. */
export function Spread({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <div className="spread">
      <div className="min-w-0">{left}</div>
      <div className="min-w-0">{right}</div>
    </div>
  );
}

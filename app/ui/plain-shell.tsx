import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { SkipLink } from "./skip-link.tsx";
import { Wordmark } from "./wordmark.tsx";

interface PlainShellProps {
  club: string;
  /** Where the club's own sign is, if it has one. */
  logo?: string | null;
  homeTo: string;
  skipLabel: string;
  /** At the right end of the top bar. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** `narrow` for one form, `wide` for public pages. */
  width?: "narrow" | "wide";
  children: ReactNode;
}

/** Public and sign-in pages: the booklet's cover, without its index. */
export function PlainShell(props: PlainShellProps) {
  const { club, homeTo, skipLabel, actions, footer, width = "narrow", children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{skipLabel}</SkipLink>
      <header className="border-b border-rule">
        <div className="mx-auto flex min-h-14 max-w-6xl items-center justify-between gap-4 px-4 xs:px-5 min-[56rem]:px-8">
          <Link to={homeTo} className="flex min-h-11 min-w-0 items-center no-underline">
            <Wordmark logo={props.logo}>{club}</Wordmark>
          </Link>
          {actions && <div className="flex flex-none items-center gap-3">{actions}</div>}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 pt-8 pb-16 outline-none xs:px-5 min-[56rem]:pt-14 ${
          width === "narrow" ? "max-w-md" : "max-w-6xl min-[56rem]:px-8"
        }`}
      >
        {children}
      </main>
      {footer && (
        <footer className="border-t border-rule">
          <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-5 text-[0.9375rem] text-ink-soft xs:px-5 min-[56rem]:px-8">
            {footer}
          </div>
        </footer>
      )}
    </div>
  );
}

import { Link, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

/** One place to go. */
export interface Place {
  to: string;
  label: string;
  icon?: ReactNode;
  /** True for a place whose address is the start of others' ("/my"): current only when it is exact. */
  end?: boolean;
  /** Where pages that belong to it lie elsewhere: it is current there too. */
  also?: string;
}

/** Links to places; the one the reader is at carries `aria-current="page"`. */
export function PlaceLinks({ places, className }: { places: Place[]; className: string }) {
  const { pathname } = useLocation();
  return places.map(({ to, label, icon, end, also }) => {
    const inside = (
      <>
        {icon}
        <span>{label}</span>
      </>
    );
    return also && `${pathname}/`.startsWith(`${also}/`) ? (
      <Link key={to} to={to} prefetch="intent" className={className} aria-current="page">
        {inside}
      </Link>
    ) : (
      <NavLink key={to} to={to} end={end} prefetch="intent" className={className}>
        {inside}
      </NavLink>
    );
  });
}

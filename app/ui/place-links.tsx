import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

/** One place to go. */
export interface Place {
  to: string;
  label: string;
  icon?: ReactNode;
  /** True for a place whose address is the start of others' ("/my"): current only when it is exact. */
  end?: boolean;
}

/** Links to places; the one the reader is at carries `aria-current="page"`. */
export function PlaceLinks({ places, className }: { places: Place[]; className: string }) {
  return places.map(({ to, label, icon, end }) => (
    <NavLink key={to} to={to} end={end} prefetch="intent" className={className}>
      {icon}
      <span>{label}</span>
    </NavLink>
  ));
}

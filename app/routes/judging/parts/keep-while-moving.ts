import type { ShouldRevalidateFunction } from "@remix-run/react";

/** A page whose search alone changes has all that it shows. */
export const keepWhileMoving: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const moves = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return formMethod === undefined && moves ? false : defaultShouldRevalidate;
};

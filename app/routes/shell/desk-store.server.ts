import { siteCookie } from "#app/platform/cookies.server.ts";
import { RowId } from "#app/platform/row-id.ts";

/** The store at which a desk stands, or all of them. */
export type DeskStore = number | "all";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

// Not a secret and not signed: it chooses what a list shows, and no more.
const placeCookie = () => siteCookie("marque-desk-store", { maxAge: YEAR_SECONDS });

/**
 * The store of this desk: as the address says (`?store=`), or else as it said last in this browser.
 *
 * @param stores those there are: one that became another meanwhile is all of them.
 */
export async function readDeskStore(
  request: Request,
  stores: readonly { id: number }[],
): Promise<DeskStore> {
  const said = new URL(request.url).searchParams.get("store");
  const kept = said ?? (await placeCookie().parse(request.headers.get("Cookie")));
  const store = RowId.safeParse(kept);
  return stores.some(({ id }) => id === store.data) ? (store.data as number) : "all";
}

/** The headers that keep what the address says; none where it says nothing. */
export async function keepDeskStore(request: Request, place: DeskStore): Promise<Headers> {
  const headers = new Headers();
  if (!new URL(request.url).searchParams.has("store")) return headers;
  headers.set("Set-Cookie", await placeCookie().serialize(String(place)));
  return headers;
}

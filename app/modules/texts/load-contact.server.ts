import { loadOpenStores, type StoreChoice } from "#app/modules/club/load-stores.server.ts";
import type { Db } from "#app/platform/db.server.ts";

/** How the club is reached, as far as its settings say. */
export type ClubContact = {
  email: string | null;
  phone: string | null;
  /** Those that are open. */
  stores: StoreChoice[];
};

export async function loadContact(db: Db): Promise<ClubContact> {
  const [club, stores] = await Promise.all([
    db.club.findUnique({ where: { id: 1 }, select: { contactEmail: true, contactPhone: true } }),
    loadOpenStores(db),
  ]);
  return { email: club?.contactEmail ?? null, phone: club?.contactPhone ?? null, stores };
}

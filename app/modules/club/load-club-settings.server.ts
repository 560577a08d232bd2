import { createHash } from "node:crypto";
import type { Club } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { LOCALES } from "#app/platform/words/locale.ts";
import type { ClubSettings } from "./forms.ts";

export type ClubSettingsPage = {
  settings: ClubSettings;
  /** Names these settings, so that two admins do not run over each other. */
  seen: string;
  /** Invoices are on file: their money is in the currency there is. */
  moneyOnFile: boolean;
  logoId: number | null;
  stores: SettingsStore[];
};

export type SettingsStore = {
  id: number;
  name: string;
  nameEn: string | null;
  open: boolean;
  /** Its own; nothing where it keeps the club's. */
  workingDays: number[];
  /** Minutes after midnight. */
  opensAt: number | null;
  closesAt: number | null;
};

/** Reads what an admin can change of the club; null before the first start has made one. */
export async function loadClubSettings(db: Db): Promise<ClubSettingsPage | null> {
  const [club, order, stores] = await Promise.all([
    db.club.findUnique({ where: { id: 1 } }),
    db.serviceOrder.findFirst({ select: { id: true } }),
    db.store.findMany({
      where: { askedSince: null },
      orderBy: [{ closedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    }),
  ]);
  if (!club) return null;
  const settings = settingsOf(club);
  return {
    settings,
    seen: fingerprint(settings),
    moneyOnFile: order !== null,
    logoId: club.logoId,
    stores: stores.map(({ id, name, nameEn, closedAt, workingDays, opensAt, closesAt }) => ({
      id,
      name,
      nameEn,
      open: closedAt === null,
      workingDays,
      opensAt,
      closesAt,
    })),
  };
}

export function settingsOf(club: Club): ClubSettings {
  return {
    name: club.name,
    nameZh: club.nameZh,
    languages: LOCALES.filter((locale) => club.languages.includes(locale)),
    currency: club.currency,
    timeZone: club.timeZone,
    workingDays: [...club.workingDays].sort(),
    closedDays: daysOf(club.closedDays),
    openDays: daysOf(club.openDays),
    opensAt: club.opensAt,
    closesAt: club.closesAt,
    contactEmail: club.contactEmail,
    contactPhone: club.contactPhone,
  };
}

const daysOf = (dates: Date[]) => dates.map((day) => day.toISOString().slice(0, 10)).sort();

/** A short name of settings: the same settings have the same. */
export const fingerprint = (settings: ClubSettings): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest("base64url")
    .slice(0, 22);

import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadOffers } from "#app/modules/campaigns/load-offers.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { firstName } from "#app/modules/referrers/first-name.ts";
import { referrerLink } from "#app/modules/referrers/link-of.ts";
import { loadReferrer } from "#app/modules/referrers/load-referrer.server.ts";
import { posterPdf } from "#app/modules/referrers/poster-pdf.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { enabledLocales } from "#app/platform/words/enabled-locales.server.ts";
import { requireReferrer } from "#app/routes/shell/guards.server.ts";

/** Members, and others who recommend friends: the poster of their own link. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireReferrer(request);
  const [{ token, code, showsName }, club, offers] = await Promise.all([
    loadReferrer(db(), person.id),
    loadClub(),
    loadOffers(db(), person.id),
  ]);
  const origin = appOrigin();
  const content = await posterPdf(
    {
      link: referrerLink(origin, token),
      code,
      name: showsName ? firstName(person.name) : null,
      home: origin.replace(/^https?:\/\//, ""),
      offers,
    },
    club,
    enabledLocales(),
  );
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="poster.pdf"',
      "Cache-Control": "private, no-store",
    },
  });
}

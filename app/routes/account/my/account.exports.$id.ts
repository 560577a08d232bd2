import type { LoaderFunctionArgs } from "@remix-run/node";
import { openExport } from "#app/modules/account/load-exports.server.ts";
import { db } from "#app/platform/db.server.ts";
import { requireRecentAuthentication, requireReferrer } from "#app/routes/shell/guards.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";

/** Members, and others who recommend friends: the copy of their own data, once they have proved that it is them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, member } = await requireReferrer(request);
  // A file is no page to come back to: whoever has to prove it first comes back to where it is fetched.
  const page = new URL("/my/account/privacy", request.url);
  await requireRecentAuthentication(new Request(page, { headers: request.headers }));
  const content = await openExport(db(), person.id, rowIdIn(params.id));
  if (!content) throw new Response(null, { status: 404 });
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${member?.number ?? "marque"}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { setLogo } from "#app/modules/club/set-logo.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPictureForm } from "#app/platform/http/picture-form.server.ts";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Admins: there is no page here, only what the settings' page sends. */
export async function loader({ request }: LoaderFunctionArgs) {
  await readStaffRequest(request, "club.change");
  return redirect("/admin/club#logo-part");
}

/** Admins who have proved that it is them: sets the club's logo, or takes it away (`intent=remove`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "club.change");
  await requireRecentAuthentication(request);
  const { fields, picture } = await readPictureForm(request);
  const removing = fields.get("intent") === "remove";
  if (!removing && picture === null) return redirect("/admin/club?refused=no-picture");
  if (!removing && picture === "too-large") return redirect("/admin/club?refused=too-large");
  const answer = await setLogo(db(), {
    picture: removing || picture === "too-large" ? null : picture,
    ...actorOf(staff, context),
  });
  return redirect(`/admin/club?${answer.ok ? "done=logo" : `refused=${answer.refusal}`}`);
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { addStore, changeStore } from "#app/modules/club/change-stores.server.ts";
import { NewStoreForm, StoreForm } from "#app/modules/club/forms.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { requireRecentAuthentication } from "#app/routes/shell/guards.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Admins: there is no page here, only what the settings' page sends. */
export async function loader({ request }: LoaderFunctionArgs) {
  await readStaffRequest(request, "club.change");
  return redirect("/admin/club#stores");
}

/** Admins who have proved that it is them: adds a store (`intent=add`), or changes one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "club.change");
  await requireRecentAuthentication(request);
  const body = await readFormFields(request);
  const who = actorOf(staff, context);
  if (body.get("intent") === "add") {
    const form = parseForm(body, NewStoreForm);
    if (form.status !== "success") return redirect("/admin/club?refused=store-name");
    const added = await addStore(db(), { ...form.value, ...who });
    return redirect(`/admin/club?${added ? "done=store" : "refused=store-known"}`);
  }
  const form = parseForm(body, StoreForm);
  if (form.status !== "success") return redirect("/admin/club?refused=store-hours");
  const { open, ...change } = form.value;
  const changed = await changeStore(db(), { ...change, open: open === "on", ...who });
  if (!changed) throw new Response(null, { status: 404 });
  return redirect("/admin/club?done=store");
}

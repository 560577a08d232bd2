import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { addPhoto, movePhotoUp, removePhoto } from "#app/modules/gifts/photos.server.ts";
import { readPictureForm } from "#app/platform/http/picture-form.server.ts";
import { RowId } from "#app/platform/row-id.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

/** Whoever keeps the gifts: there is no page here, only what the gift's page sends. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await readStaffRequest(request, "gifts.keep");
  return redirect(`/admin/gifts/${rowIdIn(params.id)}#photos`);
}

/** Adds a photo (`intent=add`), puts one further to the front (`up`), or takes one away (`remove`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "gifts.keep");
  const giftId = rowIdIn(params.id);
  const to = (news: string) => redirect(`/admin/gifts/${giftId}?${news}#photos`);
  const actor = actorOf(staff, context);
  const { fields, picture } = await readPictureForm(request);
  const intent = fields.get("intent");
  if (intent === "up" || intent === "remove") {
    const photo = RowId.safeParse(fields.get("photo"));
    const found =
      photo.success &&
      (intent === "up"
        ? await movePhotoUp(giftId, photo.data)
        : await removePhoto(giftId, photo.data, actor));
    if (!found) throw new Response(null, { status: 404 });
    return to(`done=${intent === "up" ? "photo-order" : "photo-removed"}`);
  }
  if (picture === null) return to("refused=no-picture");
  if (picture === "too-large") return to("refused=too-large");
  const answer = await addPhoto(giftId, picture, actor);
  if (answer.ok) return to("done=photo");
  if (answer.refusal === "no-such-gift") throw new Response(null, { status: 404 });
  return to(`refused=${answer.refusal}`);
}

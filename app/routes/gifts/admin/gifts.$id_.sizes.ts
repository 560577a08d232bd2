import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { NewVariantForm, VariantActForm, VariantForm } from "#app/modules/gifts/forms.ts";
import {
  addVariant,
  archiveVariant,
  changeVariant,
  type VariantAnswer,
} from "#app/modules/gifts/variants.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";

const pageOf = (giftId: number, news: string) => redirect(`/admin/gifts/${giftId}?${news}#sizes`);

/** Whoever keeps the gifts: there is no page here, only what the gift's page sends. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await readStaffRequest(request, "gifts.keep");
  return redirect(`/admin/gifts/${rowIdIn(params.id)}#sizes`);
}

/** Adds a size (`intent=add`), changes one, takes it out (`archive`) or puts it back (`bring-back`). */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "gifts.keep");
  const giftId = rowIdIn(params.id);
  const body = await readFormFields(request);
  const actor = actorOf(staff, context);
  const intent = body.get("intent");
  let answer: VariantAnswer;
  if (intent === "add") {
    const form = parseForm(body, NewVariantForm);
    if (form.status !== "success") return pageOf(giftId, "refused=variant");
    answer = await addVariant(giftId, form.value, actor);
  } else if (intent === "archive" || intent === "bring-back") {
    const form = parseForm(body, VariantActForm);
    if (form.status !== "success") throw new Response(null, { status: 400 });
    answer = await archiveVariant(giftId, form.value.variant, intent === "archive", actor);
  } else {
    const form = parseForm(body, VariantForm);
    if (form.status !== "success") return pageOf(giftId, "refused=variant");
    answer = await changeVariant(giftId, form.value.variant, form.value, actor);
  }
  if (answer.ok) return pageOf(giftId, "done=variant");
  if (answer.refusal === "no-such-gift") throw new Response(null, { status: 404 });
  const refused = answer.refusal === "sku-taken" ? "variant-sku" : answer.refusal;
  return pageOf(giftId, `refused=${refused}`);
}

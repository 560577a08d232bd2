import { data, redirect } from "@remix-run/node";
import { CarForm } from "#app/modules/garage/forms.ts";
import { registerOwnCar } from "#app/modules/garage/register-own-car.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import type { SignedInMember } from "#app/routes/shell/guards.server.ts";
import type { CarAnswer } from "./car-form.tsx";

/**
 * Takes the form of a car that a member brings, and sends them on where that leads; otherwise answers with
 * what was typed and what is wrong with it.
 *
 * @param replaces the car of theirs that it takes the place of.
 */
export async function takeCarForm(
  request: Request,
  member: SignedInMember,
  replaces: number | null,
) {
  const sent = await readFormFields(request);
  const form = parseForm(sent, CarForm);
  const asksProof = sent.get("step") === "prove" || sent.get("step") === "desk";
  if (form.status !== "success") {
    return data<CarAnswer>({ form: form.reply(), asksProof }, 400);
  }
  const answer = await registerOwnCar({
    ...form.value,
    memberId: member.id,
    personId: member.person.id,
    replaces,
  });
  if (answer.ok) {
    if (answer.state === "claimed-open") return redirect("/my/garage?done=claimed");
    const done = new URLSearchParams({
      done: answer.state === "granted" ? "granted" : "added",
      ...(answer.pointsEarned > 0 ? { points: String(answer.pointsEarned) } : {}),
    });
    return redirect(`/my/garage/${answer.carId}?${done}`);
  }
  if (answer.refusal === "needs-proof") {
    return data<CarAnswer>({ form: form.reply(), asksProof: true }, 409);
  }
  const onNumber =
    answer.refusal === "proof-does-not-fit" ||
    (answer.refusal === "too-many-tries" && form.value.orderNumber !== null);
  const error = [`car.refused.${answer.refusal}`];
  const reply = onNumber
    ? form.reply({ fieldErrors: { orderNumber: error } })
    : form.reply({ formErrors: error });
  const status = answer.refusal === "too-many-tries" ? 429 : 409;
  return data<CarAnswer>({ form: reply, asksProof: onNumber || asksProof }, status);
}

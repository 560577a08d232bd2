import { redirect } from "@remix-run/node";
import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { changeEndpoint } from "#app/modules/webhooks/change-endpoint.server.ts";
import {
  ChangeEndpointForm,
  type EndpointAct,
  EndpointActForm,
  SendAgainForm,
  SendFailedForm,
} from "#app/modules/webhooks/forms.ts";
import { makeNewSecret } from "#app/modules/webhooks/make-new-secret.server.ts";
import { removeEndpoint } from "#app/modules/webhooks/remove-endpoint.server.ts";
import { type Again, sendAgain } from "#app/modules/webhooks/send-again.server.ts";
import { sendTest } from "#app/modules/webhooks/send-test.server.ts";
import { switchEndpoint } from "#app/modules/webhooks/switch-endpoint.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import type { FormReply } from "#app/site/form-errors.ts";

/** What an act on an endpoint is answered with where it does not lead on. */
export type EndpointAnswer = {
  status: number;
  secret?: string;
  refusal?: "off";
  /** The replies to the two forms of the page. */
  change?: FormReply;
  since?: FormReply;
};

/**
 * Does with an endpoint what a form of its page asks for.
 *
 * @throws Response a redirect where it was done; 404 where there is no such endpoint, 400 for what no form of it sends.
 */
export async function actOnEndpoint(
  id: number,
  body: FormData,
  actor: Actor,
): Promise<EndpointAnswer> {
  switch (body.get("intent")) {
    case "change":
      return change(id, body, actor);
    case "again": {
      const form = SendAgainForm.safeParse(Object.fromEntries(body));
      if (!form.success) throw new Response(null, { status: 404 });
      return again(id, { deliveryId: form.data.delivery }, actor);
    }
    case "send-failed": {
      const form = parseForm(body, SendFailedForm);
      if (form.status !== "success") return { status: 400, since: form.reply() };
      const failedSince = clubTime((await loadClub()).timeZone).startOfDay(form.value.since);
      return again(id, { failedSince }, actor);
    }
    default: {
      const form = EndpointActForm.safeParse(Object.fromEntries(body));
      if (!form.success) throw new Response(null, { status: 400 });
      return press(id, form.data.intent, actor);
    }
  }
}

async function change(id: number, body: FormData, actor: Actor): Promise<EndpointAnswer> {
  const form = parseForm(body, ChangeEndpointForm);
  if (form.status !== "success") return { status: 400, change: form.reply() };
  const answer = await changeEndpoint(id, form.value, actor);
  if (answer.ok) throw back(id, "changed");
  if (answer.refusal === "no-such-endpoint") throw notFound();
  const fieldErrors = { url: [`webhooks.error.${answer.refusal}`] };
  return { status: 400, change: form.reply({ fieldErrors }) };
}

async function again(id: number, which: Again, actor: Actor): Promise<EndpointAnswer> {
  const answer = await sendAgain(id, which, actor);
  if (answer.ok) throw back(id, `again&count=${answer.count}`);
  if (answer.refusal === "off") return { status: 409, refusal: "off" };
  throw notFound();
}

async function press(id: number, act: EndpointAct, actor: Actor): Promise<EndpointAnswer> {
  switch (act) {
    case "remove":
      await removeEndpoint(id, actor);
      throw redirect("/admin/webhooks?done=removed");
    case "test": {
      const answer = await sendTest(id, actor);
      if (answer.ok) throw back(id, "tested");
      if (answer.refusal === "off") return { status: 409, refusal: "off" };
      throw notFound();
    }
    case "new-secret": {
      const answer = await makeNewSecret(id, actor);
      if (!answer.ok) throw notFound();
      return { status: 200, secret: answer.secret };
    }
    case "switch-on":
    case "switch-off": {
      const on = act === "switch-on";
      const answer = await switchEndpoint(id, on, actor);
      if (!answer.ok) throw notFound();
      throw back(id, on ? "switched-on" : "switched-off");
    }
  }
}

const back = (id: number, done: string) => redirect(`/admin/webhooks/${id}?done=${done}`);
const notFound = () => new Response(null, { status: 404 });

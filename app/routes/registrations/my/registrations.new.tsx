import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadRegistering } from "#app/modules/registrations/load-registering.server.ts";
import { db } from "#app/platform/db.server.ts";
import { type OwnerRequest, readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { RegisterForm } from "../parts/register-form.tsx";
import {
  eventSlugIn,
  ownPartyFormOf,
  readPartyFields,
  registerFromForm,
} from "../parts/register-request.server.ts";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Members: the form of a party for the event of `?event=`. Whoever registered already is led to their party. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const registering = await readEvent(request, member.id, locale);
  if (registering.existing) throw redirect(`/my/registrations/${registering.existing}`);
  return {
    ...registering,
    ...(await ownPartyFormOf(registering, member.id)),
    requestKey: crypto.randomUUID(),
    title: t("registrations.new.title"),
  };
}

/** Members: register a party of theirs, or join the line. */
export async function action({ request }: ActionFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const fields = await readPartyFields(request);
  const registering = await readEvent(request, member.id, locale);
  const { rows } = await ownPartyFormOf(registering, member.id);
  const { answer, problems } = await registerFromForm(fields, registering, rows, {
    member,
    locale,
  });
  if (answer.ok) return redirect(`/my/registrations/${answer.registrationId}?done=${answer.state}`);
  if (answer.refusal === "already-registered") {
    return redirect(`/my/registrations/${answer.registrationId}`);
  }
  return data(
    { answer, problems, sent: fields },
    { status: answer.refusal === "party" ? 400 : 409 },
  );
}

async function readEvent(request: Request, memberId: number, locale: OwnerRequest["locale"]) {
  const registering = await loadRegistering(db(), eventSlugIn(request), memberId, { locale });
  if (!registering) throw new Response(null, { status: 404 });
  return registering;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.title} · ${loaded.page.title}` },
];

export default function NewRegistration() {
  const form = useLoaderData<typeof loader>();
  return <RegisterForm form={form} refused={useActionData<typeof action>()} />;
}

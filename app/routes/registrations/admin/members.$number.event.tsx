import { randomUUID } from "node:crypto";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readEventSearch } from "#app/modules/events/find-events.ts";
import { loadEvents } from "#app/modules/events/load-events.server.ts";
import { findOpenMember } from "#app/modules/person/find-member.server.ts";
import { loadRegistering } from "#app/modules/registrations/load-registering.server.ts";
import { db } from "#app/platform/db.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { memberNumberIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { DeskRegisterForm } from "../parts/desk-register-form.tsx";
import { EventChoice } from "../parts/event-choice.tsx";
import {
  eventSlugIn,
  partyFormOf,
  readPartyFields,
  registerFromDesk,
} from "../parts/register-request.server.ts";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

async function read(request: Request, number: string, locale: Locale) {
  const member = await findOpenMember(db(), number);
  if (!member) throw new Response(null, { status: 404 });
  if (!new URL(request.url).searchParams.has("event")) return { member, registering: null };
  const registering = await loadRegistering(db(), eventSlugIn(request), member.id, {
    locale,
    atDesk: true,
  });
  if (!registering) throw new Response(null, { status: 404 });
  return { member, registering };
}

/** Whoever keeps registrations: the form of a party for a member and the event of `?event=`, or which event. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale } = await readStaffRequest(request, "registrations.keep");
  const { member, registering } = await read(request, memberNumberIn(params), locale);
  const search = readEventSearch(new URLSearchParams());
  return {
    number: member.number,
    name: member.person.name,
    events: registering ? [] : (await loadEvents(db(), search, true, locale)).events,
    form: registering && {
      ...registering,
      ...(await partyFormOf(registering, member.id)),
      requestKey: randomUUID(),
    },
    title: t("parties.desk.title"),
    locale,
    words: packedCatalog(locale, ["registrations", "events"]),
  };
}

/** Whoever keeps registrations: registers the member's party, as they would themselves, or lets it in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff, locale } = await readStaffRequest(request, "registrations.keep");
  const fields = await readPartyFields(request);
  const { member, registering } = await read(request, memberNumberIn(params), locale);
  if (!registering) throw new Response(null, { status: 404 });
  const { rows } = await partyFormOf(registering, member.id);
  const actor = actorOf(staff, context);
  const done = await registerFromDesk(fields, registering, rows, member.id, actor);
  const { answer, problems } = done;
  if (answer.ok) return redirect(`/admin/events/${registering.page.id}/parties?done=registered`);
  return data(
    { answer, problems, sent: fields },
    { status: answer.refusal === "party" ? 400 : 409 },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function DeskRegistrationPage() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <DeskRegistration />
    </WordsProvider>
  );
}

function DeskRegistration() {
  const t = useT();
  const { number, name, events, form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink to={`/admin/members/${number}`}>{name}</BackLink>
      <PageHeader title={t("parties.desk.title")} lead={form?.page.title} />
      {form ? (
        <DeskRegisterForm form={form} refused={refused} />
      ) : (
        <EventChoice events={events} to={`/admin/members/${number}/event`} />
      )}
    </>
  );
}

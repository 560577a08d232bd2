import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { requireEvent } from "../parts/event-request.server.ts";
import { requireSupervisorLink } from "../parts/steward-request.server.ts";
import { WalkInPage, walkInPlan } from "../parts/walk-in-page.tsx";
import { takeWalkIn } from "../parts/walk-in-request.server.ts";

/** Supervisors, by their link: a family at the gate that has not registered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ locale }, { eventId }] = await Promise.all([
    readPreferences(request),
    requireSupervisorLink(params.token),
  ]);
  const { plan } = await requireEvent(eventId);
  return {
    locale,
    words: packedCatalog(locale, ["attendance"]),
    title: translator(locale)("attendance.walkIn.title"),
    token: params.token,
    plan: walkInPlan(plan),
    requestKey: crypto.randomUUID(),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** Supervisors, by their link: registers the family, and marks that it is in. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { id, eventId, name, gate, createdBy } = await requireSupervisorLink(params.token);
  const who = {
    by: { stewardLinkId: id },
    answersFor: createdBy,
    as: name,
    gate,
    mayNameMember: false,
  };
  return takeWalkIn(request, await requireEvent(eventId), who, `/check-in/${params.token}`);
}

export default function SupervisorWalkIn() {
  const { locale, words, token, plan, requestKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <WalkInPage
        plan={plan}
        gate={`/check-in/${token}`}
        requestKey={reply?.typed.requestKey ?? requestKey}
        mayNameMember={false}
        reply={reply}
      />
    </WordsProvider>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { loadChildConsents } from "#app/modules/child-consents/load-child-consents.server.ts";
import { loadEventDraws } from "#app/modules/draws/load-event-draws.server.ts";
import { loadKeepsakes } from "#app/modules/event-thanks/load-keepsakes.server.ts";
import { OwnRegistrationForm } from "#app/modules/registrations/forms.ts";
import { loadOwnRegistration } from "#app/modules/registrations/load-own-registration.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { qrOf } from "#app/platform/qr.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { EventDraws } from "#app/site/event-draws.tsx";
import { useOfflineCard } from "#app/site/offline-card.ts";
import { OwnKeepsakes } from "#app/site/own-keepsakes.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Spread } from "#app/ui/owner-shell.tsx";
import { BackLink } from "#app/ui/page.tsx";
import { actOnConsent } from "../parts/consent-request.server.ts";
import { OwnCancel } from "../parts/own-cancel.tsx";
import { OwnConsents } from "../parts/own-consents.tsx";
import { OwnFacts } from "../parts/own-facts.tsx";
import { OwnLine } from "../parts/own-line.tsx";
import { OWN_DONE, OwnNews } from "../parts/own-news.tsx";
import { actOnOwn } from "../parts/own-request.server.ts";
import { ownState } from "../parts/own-words.ts";
import { PartyCode } from "../parts/party-code.tsx";
import { useSending } from "../parts/use-sending.ts";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Members: one of their parties; anybody else's does not exist. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const id = rowIdIn(params.id);
  const [registration, consents, keepsakes, draws] = await Promise.all([
    loadOwnRegistration(db(), id, member.id, locale),
    loadChildConsents(db(), [id], member.id),
    loadKeepsakes(db(), { registrationId: id, memberId: member.id }),
    loadEventDraws(db(), { registrationId: id }, member.id),
  ]);
  if (!registration) throw new Response(null, { status: 404 });
  const { token, ...shown } = registration;
  return {
    registration: shown,
    consents: consents.get(id) ?? [],
    ...{ number: member.number, keepsakes, draws },
    qr: registration.state === "registered" ? qrOf(token) : null,
    done: noticeIn(request, OWN_DONE),
    isConsentKept: noticeIn(request, ["consent"]) !== null,
  };
}

/** Members: say yes or no to an offer or for a child, leave the line, agree to what has changed, or cancel. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const id = rowIdIn(params.id);
  const who = { memberId: member.id, personId: member.person.id };
  const fields = await readFormFields(request);
  const party = await actOnConsent(fields, { memberId: member.id, by: member.person.id });
  if (party !== null) return redirect(`/my/registrations/${party}?done=consent#consents`);
  const form = parseForm(fields, OwnRegistrationForm);
  if (form.status !== "success") return data(null, { status: 400 });
  const answer = await actOnOwn(id, form.value, who);
  if (answer.ok) return redirect(`/my/registrations/${id}?done=${answer.done}`);
  return data(answer, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.registration.event.title },
];

export default function OwnRegistrationPage() {
  const t = useT();
  const { registration, keepsakes, draws, consents, number, qr, done, isConsentKept } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const sending = useSending();
  // Its code is at the door without a network.
  useOfflineCard(number, registration.changedAt);
  const { event, line, state, code } = registration;
  const isAhead =
    (state === "registered" || state === "waiting") && !event.isCancelled && !event.isOver;
  const badge = ownState(registration, Boolean(line?.offer), t);
  return (
    <>
      <BackLink to="/my/registrations">{t("registrations.mine")}</BackLink>
      <Spread
        left={
          <>
            <h1 className="break-words">{event.title}</h1>
            <p className="mt-2">
              <Badge tone={badge.tone}>{badge.words}</Badge>
            </p>
            <OwnNews
              registration={registration}
              done={refused ? null : done}
              refused={refused ?? null}
              sending={sending}
            />
            {keepsakes && <OwnKeepsakes of={keepsakes} registrationId={registration.id} />}
            {qr && !event.isCancelled && !event.isOver && <PartyCode qr={qr} code={code} />}
          </>
        }
        right={
          <>
            {/* Places for all of them are held: yes or no is all that is left to say. */}
            {line && (!line.offer || line.offer.fewer) && <OwnLine line={line} />}
            <OwnFacts registration={registration} />
            <EventDraws draws={draws} />
            <OwnConsents party={registration.id} of={consents} isKept={isConsentKept} />
            <p className="mt-5 flex flex-wrap gap-x-6 gap-y-1">
              {registration.terms && !line?.offer && !event.isCancelled && (
                <Link to={`/my/registrations/${registration.id}/change`}>
                  {t("registrations.change")}
                </Link>
              )}
              <Link to={`/my/events/${event.slug}`}>{t("registrations.event")}</Link>
              {isAhead && <a href={`/events/${event.slug}/calendar.ics`}>{t("events.calendar")}</a>}
            </p>
            {state === "registered" && isAhead && (
              <OwnCancel registration={registration} sending={sending} />
            )}
          </>
        }
      />
    </>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ConsentingChild } from "#app/modules/child-consents/child-consent.ts";
import { loadChildConsents } from "#app/modules/child-consents/load-child-consents.server.ts";
import { loadOver } from "#app/modules/event-decisions/load-over.server.ts";
import { registrationStates } from "#app/modules/parties/registration.ts";
import { StaffPartyForm } from "#app/modules/registrations/forms.ts";
import { loadParties } from "#app/modules/registrations/load-parties.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { WordsProvider } from "#app/platform/words/words.tsx";
import { figureIn, noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { actOnConsent } from "../parts/consent-request.server.ts";
import { ROSTER_DONE, Roster } from "../parts/roster.tsx";
import { actOnParty } from "../parts/staff-act.server.ts";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Whoever sees events: who comes to one, and who waits. `?state=` one state, `?after=` goes on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale, may } = await readStaffRequest(request, "events.see");
  const search = {
    state: noticeIn(request, registrationStates, "state"),
    after: figureIn(request, "after"),
  };
  const list = await loadParties(db(), rowIdIn(params.id), search, locale);
  if (!list) throw new Response(null, { status: 404 });
  const mayKeep = may("registrations.keep");
  const parties = list.parties.map((party) => party.id);
  const consents = mayKeep
    ? await loadChildConsents(db(), parties, null)
    : new Map<number, ConsentingChild[]>();
  const { id, plan, isCancelled } = list.event;
  const over =
    mayKeep && !isCancelled && new Date() < plan.startsAt
      ? await loadOver(db(), id, plan.limits)
      : [];
  return {
    ...list,
    parties: list.parties.map((party) => ({ ...party, consents: consents.get(party.id) ?? [] })),
    state: search.state,
    over: new Set(over.flatMap(({ parties }) => parties)).size,
    mayKeep,
    mayPay: may("payments.see"),
    mayExport: may("events.keep"),
    done: noticeIn(request, ROSTER_DONE),
    locale,
    words: packedCatalog(locale, ["registrations", "events"]),
    title: `${t("parties.title")} · ${inLanguage(locale, list.event.plan.title)}`,
  };
}

/**
 * Whoever keeps registrations: cancels a party, lets it in over capacity, takes it out of the line, or writes down what
 * a family says of a child.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "registrations.keep");
  const eventId = rowIdIn(params.id);
  const actor = actorOf(staff, context);
  const fields = await readFormFields(request);
  const said = await actOnConsent(fields, { memberId: null, eventId, ...actor });
  if (said !== null) {
    return redirect(
      `/admin/events/${eventId}/parties?after=${said - 1}&done=consent#party-${said}`,
    );
  }
  const form = parseForm(fields, StaffPartyForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refused: null }, { status: 400 });
  }
  const answer = await actOnParty(eventId, form.value, actor);
  if (answer.ok) return redirect(`/admin/events/${eventId}/parties?done=${form.value.intent}`);
  return data({ form: form.reply(), refused: answer.refusal ?? null }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PartiesPage() {
  const { locale, words, ...roster } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Roster {...roster} reply={reply} />
    </WordsProvider>
  );
}

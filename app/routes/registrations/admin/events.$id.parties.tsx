import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  Link,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { registrationStates } from "#app/modules/parties/registration.ts";
import { StaffPartyForm } from "#app/modules/registrations/forms.ts";
import { loadParties } from "#app/modules/registrations/load-parties.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { packedCatalog } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { figureIn, noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { FilterChips } from "#app/ui/tabs.tsx";
import { PartyRow } from "../parts/party-row.tsx";
import { actOnParty } from "../parts/staff-act.server.ts";

/** Whoever sees events: who comes to one, and who waits. `?state=` one state, `?after=` goes on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t, locale, may } = await readStaffRequest(request, "events.see");
  const search = {
    state: noticeIn(request, registrationStates, "state"),
    after: figureIn(request, "after"),
  };
  const list = await loadParties(db(), rowIdIn(params.id), search, locale);
  if (!list) throw new Response(null, { status: 404 });
  return {
    ...list,
    state: search.state,
    mayKeep: may("registrations.keep"),
    mayExport: may("events.keep"),
    done: noticeIn(request, ["registered", "cancel", "let-in", "leave"]),
    locale,
    words: packedCatalog(locale, ["registrations", "events"]),
    title: `${t("parties.title")} · ${inLanguage(locale, list.event.plan.title)}`,
  };
}

/** Whoever keeps registrations: cancels a party, lets it in over capacity, or takes it out of the line. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "registrations.keep");
  const eventId = rowIdIn(params.id);
  const form = parseForm(await readFormFields(request), StaffPartyForm);
  if (form.status !== "success") {
    return data({ form: form.reply(), refused: null }, { status: 400 });
  }
  const answer = await actOnParty(eventId, form.value, actorOf(staff, context));
  if (answer.ok) return redirect(`/admin/events/${eventId}/parties?done=${form.value.intent}`);
  return data({ form: form.reply(), refused: answer.refusal ?? null }, { status: 409 });
}

/** After a refusal the page shows how things stand by now. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  return args.actionStatus === 409 || args.defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function PartiesPage() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Parties />
    </WordsProvider>
  );
}

function Parties() {
  const t = useT();
  const figures = useFigures();
  const { event, parties, next, counts, state, mayKeep, mayExport, done } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const errors = formErrors(reply?.form, t);
  const at = `/admin/events/${event.id}/parties`;
  const total = Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <>
      <PageHeader
        title={inLanguage(t.locale, event.plan.title)}
        lead={figures.span(event.plan.startsAt, event.plan.endsAt)}
        actions={
          mayExport && (
            <a href={`${at}.csv`} className="button button-quiet" download>
              {t("parties.export")}
            </a>
          )
        }
      />
      {(done || reply) && (
        <div className="mb-6 grid gap-3">
          {done && !reply && <Notice tone="ok">{t(`parties.done.${done}`)}</Notice>}
          {reply?.refused && <Notice tone="refusal">{t("parties.refused")}</Notice>}
          {errors.reason && <Notice tone="refusal">{errors.reason.join(" ")}</Notice>}
        </div>
      )}
      <FilterChips
        label={t("parties.filter")}
        choices={[null, ...registrationStates].map((each) => ({
          to: each ? `${at}?state=${each}` : at,
          label: t(`parties.state.${each ?? "all"}`, { count: each ? (counts[each] ?? 0) : total }),
          current: each === state,
        }))}
      />
      {parties.length === 0 && <p className="text-ink-soft">{t("parties.none")}</p>}
      <ul className="border-t border-rule empty:hidden">
        {parties.map((party) => (
          <PartyRow key={party.id} party={party} plan={event.plan} mayKeep={mayKeep} />
        ))}
      </ul>
      {next && (
        <p className="mt-6">
          <Link to={`${at}?after=${next}${state ? `&state=${state}` : ""}`}>
            {t("parties.more")}
          </Link>
        </p>
      )}
    </>
  );
}

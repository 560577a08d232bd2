import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { loadRegistering } from "#app/modules/registrations/load-registering.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type OwnerRequest, readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { PartyCost } from "../parts/party-cost.tsx";
import { PartyForm } from "../parts/party-form.tsx";
import { mayNotWords, refusalWords } from "../parts/refusal-words.ts";
import {
  partyFormOf,
  readPartyFields,
  registerFromForm,
} from "../parts/register-request.server.ts";
import { useSending } from "../parts/use-sending.ts";

/** Members: the form of a party for the event of `?event=`. Whoever registered already is led to their party. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const registering = await readEvent(request, member.id, locale);
  if (registering.existing) throw redirect(`/my/registrations/${registering.existing}`);
  return {
    ...registering,
    ...(await partyFormOf(registering, member.id)),
    requestKey: crypto.randomUUID(),
    title: t("registrations.new.title"),
  };
}

/** Members: register a party of theirs, or join the line. */
export async function action({ request }: ActionFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const fields = await readPartyFields(request);
  const registering = await readEvent(request, member.id, locale);
  const { rows } = await partyFormOf(registering, member.id);
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
  const slug = new URL(request.url).searchParams.get("event") ?? "";
  const registering = await loadRegistering(db(), slug, memberId, { locale });
  if (!registering) throw new Response(null, { status: 404 });
  return registering;
}

/** After a refusal the page shows the event as it is by now. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  return args.actionStatus === 409 || args.defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.title} · ${loaded.page.title}` },
];

export default function NewRegistration() {
  const t = useT();
  const figures = useFigures();
  const { page, plan, may, version, rows, requestKey, available, ...form } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const sending = useSending();
  const why = refused?.answer;
  const waits = page.registering.can === "wait" || why?.refusal === "full";
  const ended = why?.refusal === "full" && why.line === "closed";
  return (
    <>
      <BackLink to={`/my/events/${page.slug}`}>{t("registrations.back")}</BackLink>
      <PageHeader
        title={t(waits ? "registrations.new.wait" : "registrations.new.title")}
        lead={`${page.title} · ${figures.span(page.startsAt, page.endsAt)}`}
      />
      {why && (
        <div className="mb-6 max-w-xl">
          <Notice
            tone={why.refusal === "full" ? "warn" : "refusal"}
            title={t("registrations.refused")}
          >
            {refusalWords(why, t, figures)}
          </Notice>
        </div>
      )}
      {!may.ok && !why && (
        <div className="mb-6 max-w-xl">
          <Notice announce={false}>{mayNotWords(may, t, figures)}</Notice>
        </div>
      )}
      {may.ok && (
        <PartyForm
          {...form}
          plan={plan}
          rows={rows}
          sent={refused?.sent ?? null}
          problems={refused?.problems ?? {}}
          hidden={{
            requestKey: refused?.sent.requestKey?.[0] ?? requestKey,
            version: String(version),
            price: JSON.stringify(plan.price),
          }}
        >
          {(people) => (
            <>
              <PartyCost price={plan.price} people={people} available={available} waits={waits} />
              {!ended && (
                <Button
                  name="ifFull"
                  value={waits ? "wait" : "refuse"}
                  wide
                  className="mt-5"
                  pending={sending}
                  pendingLabel={t("registrations.press.pending")}
                >
                  {t(waits ? "registrations.press.wait" : "registrations.press")}
                </Button>
              )}
            </>
          )}
        </PartyForm>
      )}
    </>
  );
}

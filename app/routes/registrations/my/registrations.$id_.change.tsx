import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { ChangeCost } from "../parts/change-cost.tsx";
import { changeFromForm, readPartyToChange } from "../parts/change-request.server.ts";
import { changeRefusal } from "../parts/change-words.ts";
import { PartyForm } from "../parts/party-form.tsx";
import { readPartyFields } from "../parts/register-request.server.ts";
import { useSending } from "../parts/use-sending.ts";

export { askAnewAfterRefusal as shouldRevalidate } from "#app/site/ask-anew-after-refusal.ts";

/** Members: the form of one of their parties, filled in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, locale, t } = await readOwnerRequest(request);
  const id = rowIdIn(params.id);
  const {
    registering,
    fields,
    personOf: _who,
    ...form
  } = await readPartyToChange(id, member.id, locale);
  const { page, plan, eventDay, today, plates } = registering;
  const title = t("registrations.change");
  const requestKey = crypto.randomUUID();
  return { id, page, plan, eventDay, today, plates, fields, ...form, requestKey, title };
}

/** Members: change one of their parties. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member, locale } = await readOwnerRequest(request);
  const id = rowIdIn(params.id);
  const sent = await readPartyFields(request);
  const form = await readPartyToChange(id, member.id, locale);
  const { answer, problems } = await changeFromForm(id, sent, form, {
    memberId: member.id,
    by: member.person.id,
  });
  if (answer.ok) return redirect(`/my/registrations/${id}?done=changed`);
  return data({ answer, problems, sent }, { status: answer.refusal === "party" ? 400 : 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.title} · ${loaded.page.title}` },
];

export default function ChangeParty() {
  const t = useT();
  const figures = useFigures();
  const { id, page, fields, revision, requestKey, terms, title, ...form } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const sending = useSending();
  const why = refused?.answer;
  const mayWait = why?.refusal === "full" && why.line === "open";
  return (
    <>
      <BackLink to={`/my/registrations/${id}`}>{t("events.own.open")}</BackLink>
      <PageHeader
        title={title}
        lead={`${page.title} · ${figures.span(page.startsAt, page.endsAt)}`}
      />
      {why && (
        <div className="mb-6 max-w-xl">
          <Notice tone={mayWait ? "warn" : "refusal"} title={t("registrations.change.not")}>
            {changeRefusal(why, t, figures)}
          </Notice>
        </div>
      )}
      <PartyForm
        {...form}
        sent={refused?.sent ?? fields}
        problems={refused?.problems ?? {}}
        hidden={{ revision: String(revision), requestKey }}
      >
        {(people) => (
          <>
            {terms && <ChangeCost terms={terms} people={people} />}
            <Button
              name="ifFull"
              value={mayWait ? "wait" : "refuse"}
              wide
              className="mt-8"
              pending={sending}
            >
              {t(mayWait ? "registrations.change.wait" : "registrations.change.press")}
            </Button>
          </>
        )}
      </PartyForm>
    </>
  );
}

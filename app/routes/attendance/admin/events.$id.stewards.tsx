import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StewardLinkForm } from "#app/modules/attendance/forms.ts";
import {
  endStewardLink,
  loadStewardLinks,
  makeStewardLink,
} from "#app/modules/attendance/steward-links.server.ts";
import { db } from "#app/platform/db.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { qrOf } from "#app/platform/qr.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventPlaces } from "#app/site/event-places.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader, Section } from "#app/ui/page.tsx";
import { requireEvent } from "../parts/event-request.server.ts";
import { MadeLink } from "../parts/made-link.tsx";
import { StewardForm } from "../parts/steward-form.tsx";
import { StewardTable } from "../parts/steward-table.tsx";

/** Whoever keeps events: who helps on the day, each with a link of their own. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "events.keep");
  const { id, plan } = await requireEvent(rowIdIn(params.id));
  const links = await loadStewardLinks(db(), id);
  const ended = noticeIn(request, ["ended"]) !== null;
  return { id, title: plan.title, links, ended, pageTitle: t("attendance.stewards.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.pageTitle },
];

/** Whoever keeps events: gives a link, which is shown this once, or ends one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const { id: eventId } = await requireEvent(rowIdIn(params.id));
  const form = parseForm(await readFormFields(request), StewardLinkForm);
  if (form.status !== "success") return data({ form: form.reply(), made: null }, 400);
  const who = actorOf(staff, context);
  if (form.value.intent === "end") {
    const ended = await endStewardLink({ eventId, id: form.value.link }, who);
    if (!ended) throw new Response(null, { status: 404 });
    return redirect(`/admin/events/${eventId}/stewards?done=ended`);
  }
  const { name, role, gate } = form.value;
  const { token } = await makeStewardLink({ eventId, name, role, gate }, who);
  const address = `${appOrigin()}/check-in/${token}`;
  return data({
    form: form.reply({ resetForm: true }),
    made: { name, address, qr: qrOf(address) },
  });
}

export default function Stewards() {
  const { t, locale } = useWords();
  const { id, title, links, ended } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <EventPlaces eventId={id} />
      <PageHeader
        title={t("attendance.stewards.title")}
        lead={t("attendance.stewards.lead", { event: inLanguage(locale, title) })}
      />
      {answer?.made && <MadeLink {...answer.made} />}
      {ended && !answer && (
        <div className="mb-6">
          <Notice tone="ok">{t("attendance.stewards.ended")}</Notice>
        </div>
      )}
      <StewardTable links={links} />
      <Section id="give" title={t("attendance.stewards.give")} className="max-w-xl">
        <StewardForm reply={answer?.form} key={links.length} />
      </Section>
    </>
  );
}

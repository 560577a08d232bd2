import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form } from "@remix-run/react";
import { templateOf } from "#app/modules/events/event-templates.ts";
import { createDraft } from "#app/modules/events/keep-draft.server.ts";
import { eventKinds } from "#app/modules/events/plan.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { EventDrawing } from "#app/site/event-drawing.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";

/** Whoever keeps events: what kind of event it will be. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = await readStaffRequest(request, "events.keep");
  return { title: t("eventKeeping.new") };
}

/** Begins a draft of a kind, with what is usual for it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "events.keep");
  const wanted = (await readFormFields(request)).get("kind");
  const kind = eventKinds.find((each) => each === wanted);
  if (!kind) throw new Response(null, { status: 400 });
  const eventId = await createDraft(templateOf(kind), actorOf(staff, context));
  return redirect(`/admin/events/${eventId}?done=begun`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewEvent() {
  const t = useT();
  return (
    <>
      <BackLink to="/admin/events">{t("eventKeeping.title")}</BackLink>
      <PageHeader title={t("eventKeeping.new")} lead={t("eventKeeping.new.lead")} />
      <Form
        method="post"
        className="grid max-w-5xl grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-4"
      >
        {eventKinds.map((kind) => (
          <button
            key={kind}
            type="submit"
            name="kind"
            value={kind}
            className="flex cursor-pointer flex-col gap-2 rounded-md border border-rule bg-sheet p-3 text-left hover:border-accent"
          >
            <span className="block aspect-[3/2] w-full">
              <EventDrawing name={kind} />
            </span>
            <span className="font-semibold">{t(`eventKeeping.kind.${kind}`)}</span>
            <span className="text-[0.9375rem] leading-snug text-ink-soft">
              {t(`eventKeeping.begins.${kind}`)}
            </span>
          </button>
        ))}
      </Form>
    </>
  );
}

import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayOf } from "#app/modules/attendance/day-of.ts";
import { findStewardLink } from "#app/modules/attendance/steward-links.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { packedCatalog, translator } from "#app/platform/words/catalogs.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useT, WordsProvider } from "#app/platform/words/words.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { CheckIn } from "../parts/check-in.tsx";
import { CheckInHead } from "../parts/check-in-head.tsx";
import { requireEvent } from "../parts/event-request.server.ts";
import { KeptRest } from "../parts/kept-rest.tsx";
import { SendRest } from "../parts/send-rest.tsx";

/** Whoever has a steward's link: the check-in of one event until its last day is over. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [{ locale }, link] = await Promise.all([
    readPreferences(request),
    findStewardLink(db(), params.token),
  ]);
  const t = translator(locale);
  const words = packedCatalog(locale, ["attendance"]);
  if (!link || link.state === "over") {
    const overOf = link?.eventId ?? null;
    return data({ locale, words, title: t("attendance.link.over"), link: null, overOf }, 404);
  }
  const day = dayOf(await requireEvent(link.eventId));
  const { name, gate, role, state } = link;
  const title = `${t("attendance.title")} · ${inLanguage(locale, day.title)}`;
  const token = params.token ?? "";
  return data(
    { locale, words, title, link: { token, day, name, gate, role, state }, overOf: null },
    { headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

export default function StewardCheckIn() {
  const { locale, words } = useLoaderData<typeof loader>();
  return (
    <WordsProvider locale={locale} messages={words}>
      <Gate />
    </WordsProvider>
  );
}

function Gate() {
  const t = useT();
  const { link, overOf } = useLoaderData<typeof loader>();
  if (!link) {
    return (
      <>
        <PageHeader title={t("attendance.link.over")} lead={t("attendance.link.overWhat")} />
        {overOf !== null && <KeptRest eventId={overOf} />}
      </>
    );
  }
  const { token, day, name, gate, role, state } = link;
  const marksTo = `/check-in/${token}/marks`;
  return (
    <>
      <CheckInHead day={day} where={t("attendance.at", { gate, name })} />
      {state === "open" ? (
        <CheckIn
          day={day}
          gate={gate}
          mayDecide={role === "supervisor"}
          listAt={`/check-in/${token}/list`}
          marksTo={marksTo}
          walkInAt={role === "supervisor" ? `/check-in/${token}/walk-in` : null}
          exchangeAt={role === "supervisor" ? `/check-in/${token}/exchange` : null}
        />
      ) : (
        <SendRest eventId={day.eventId} gate={gate} marksTo={marksTo} />
      )}
    </>
  );
}

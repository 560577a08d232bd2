import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { OpenedSession } from "#app/modules/auth/open-session.server.ts";
import { JoinForm } from "#app/modules/joining/forms.ts";
import { type CardCame, joinClub } from "#app/modules/joining/join-club.server.ts";
import type { RegisteredCar } from "#app/modules/joining/joiners-car.server.ts";
import { loadJoiningPage } from "#app/modules/joining/load-joining-page.server.ts";
import { resumeCard } from "#app/modules/joining/resume-card.server.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { readPreferences } from "#app/platform/preferences.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { optionalPerson } from "#app/routes/shell/guards.server.ts";
import { browserOf, minutesUntil, signedIn } from "#app/routes/shell/sign-in-request.server.ts";
import { formErrors } from "#app/site/form-errors.ts";
import { monthNames } from "#app/site/month-names.ts";
import { PageHeader } from "#app/ui/page.tsx";
import { JoinFields } from "../parts/join-form.tsx";
import { JoinNotice, type JoinTrouble } from "../parts/join-notice.tsx";
import { JoinProof } from "../parts/join-proof.tsx";
import { forgetJoiningToken, readJoiningToken } from "../parts/joining-request.server.ts";

const CONSENTS = [
  ["terms", "terms"],
  ["serviceMessages", "service-messages"],
  ["clubNews", "club-news"],
  ["photos", "photos"],
] as const;

/**
 * Whoever has proved an e-mail address in this browser; others are led to where one does. Where the card is
 * there already, because the answer to the form was lost, it is opened.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = await readJoiningToken(request);
  const page = token && (await loadJoiningPage(db(), token));
  if (!token || !page) throw redirect("/join");
  if (page.done) {
    const session = await resumeCard(db(), token, await browserOf(request, context));
    throw session ? await withCard(session, "new", "none") : redirect("/join");
  }
  const who = await optionalPerson(request);
  // An account that is there is shown, and joins, only once its owner is in; an inbox alone is not enough.
  if (page.known && who?.person.email !== page.email) throw redirect(signInFirst(who));
  const { locale } = await readPreferences(request);
  const t = translator(locale);
  return {
    ...page,
    months: monthNames(locale),
    // Asked for in the very words that are kept with the answer.
    consents: CONSENTS.map(([name, kind]) => ({ name, words: t(`consent.${kind}`) })),
    title: t("join.details.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** To where an account's owner signs in and comes back; whoever is in as somebody else begins anew. */
const signInFirst = (who: object | null) => (who ? "/join?other" : "/sign-in?to=%2Fjoin%2Fdetails");

type Step = "form" | "proof";

/** Whoever has proved an e-mail address in this browser: makes them a member. */
export async function action({ request, context }: ActionFunctionArgs) {
  const token = await readJoiningToken(request);
  if (!token) throw redirect("/join?late");
  const body = await readFormFields(request);
  const form = parseForm(body, JoinForm);
  const again = (step: Step, trouble: JoinTrouble | null, status: number, minutes = 0) =>
    data({ form: form.reply(), step, trouble, minutes }, status);

  if (body.get("intent") === "edit") return again("form", null, 200);
  if (form.status !== "success") {
    const inProof = Object.keys(form.error ?? {}).every((field) => field === "orderNumber");
    return inProof ? again("proof", null, 400) : again("form", "mistakes", 400);
  }
  const { locale } = await readPreferences(request);
  const browser = await browserOf(request, context);
  const who = await optionalPerson(request);
  const signedInAs = who?.person.id ?? null;
  const answer = await joinClub({ token, joiner: form.value, locale, browser, signedInAs });
  if (answer.ok) return withCard(answer.session, answer.card, answer.car);
  switch (answer.refusal) {
    case "not-joining":
      throw redirect("/join?late");
    case "sign-in-first":
      throw redirect(signInFirst(who));
    case "too-many":
      return again("form", "too-many", 429, minutesUntil(answer.retryAt));
    default:
      return again("proof", answer.refusal, 409);
  }
}

/** Signed in, and on to the card, which says how it came about. */
async function withCard(session: OpenedSession, card: CardCame, car: RegisteredCar) {
  const to = `/my?${new URLSearchParams({ joined: card, car })}`;
  const response = await signedIn(session, to);
  response.headers.append("Set-Cookie", await forgetJoiningToken());
  return response;
}

export default function JoiningDetails() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const known: Record<string, string | null | undefined> = { ...page.known };
  const sent = answer?.form.initialValue as Record<string, unknown> | undefined;
  const typed = (field: string) => String((sent ?? known)[field] ?? "");
  const errors =
    answer?.trouble === null && answer.step === "form" ? {} : formErrors(answer?.form, t);
  const proving = answer?.step === "proof";
  return (
    <>
      <PageHeader
        title={t(proving ? "join.proof.title" : "join.details.title")}
        lead={t(proving ? "join.proof.lead" : "join.details.lead")}
      />
      {answer?.trouble && <JoinNotice trouble={answer.trouble} minutes={answer.minutes} />}
      {proving ? (
        <JoinProof typed={typed} errors={errors.orderNumber} />
      ) : (
        <JoinFields page={page} typed={typed} errors={errors} />
      )}
      <p className="mt-8 text-[0.9375rem] text-ink-soft [overflow-wrap:anywhere]">
        {t("join.as", { email: page.email })} <Link to="/join?other">{t("join.asAnother")}</Link>
      </p>
    </>
  );
}

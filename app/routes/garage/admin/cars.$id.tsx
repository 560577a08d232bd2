import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import {
  type DecidedClaim,
  grantCarClaim,
  refuseCarClaim,
} from "#app/modules/garage/decide-car-claim.server.ts";
import { GrantForm, RefuseForm } from "#app/modules/garage/forms.ts";
import { loadCarClaim } from "#app/modules/garage/load-car-claim.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { parseForm, readFormFields } from "#app/platform/http/form-fields.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { figureIn, noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Named, named } from "#app/ui/named.tsx";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { CarClaimDecision } from "../parts/car-claim-decision.tsx";
import { CarClaimFacts, CarClaimNews } from "../parts/car-claim-facts.tsx";

/** The desk and admins: one claim of a car, with what helps to decide it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t } = await readStaffRequest(request, "cars.confirm");
  const claim = await loadCarClaim(db(), rowIdIn(params.id), staff.id);
  if (!claim) throw new Response("No such claim", { status: 404 });
  const [{ timeZone }, book] = await Promise.all([loadClub(), loadRuleBook()]);
  const now = new Date();
  return {
    claim,
    today: clubTime(timeZone).dayOf(now),
    earnsDays: rulesAt(book, now).rules.joining.earnsOrdersOfDays,
    done: doneIn(request),
    title: t("deskCars.title"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

/** The desk and admins: grants the car from a day on, or refuses it with a reason; never one's own. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request, "cars.confirm");
  const claimId = rowIdIn(params.id);
  const who = actorOf(staff, context);
  const sent = await readFormFields(request);
  if (sent.get("decision") === "refuse") {
    const form = parseForm(sent, RefuseForm);
    if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
    const { reason } = form.value;
    return answerTo(claimId, await refuseCarClaim({ claimId, reason, ...who }), "refused");
  }
  const form = parseForm(sent, GrantForm);
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { since } = form.value;
  return answerTo(claimId, await grantCarClaim({ claimId, since, ...who }), "granted");
}

function answerTo(claimId: number, decided: DecidedClaim, done: "granted" | "refused") {
  if (!decided.ok) {
    if (decided.refusal === "no-claim") throw new Response("No such claim", { status: 404 });
    return data({ form: null, refusal: decided.refusal }, 409);
  }
  const { orders, points, waits } = decided;
  const told = new URLSearchParams({
    done,
    orders: `${orders}`,
    points: `${points}`,
    waits: `${waits}`,
  });
  return redirect(`/admin/cars/${claimId}?${told}`);
}

function doneIn(request: Request) {
  const done = noticeIn(request, ["granted", "refused"]);
  const figures = {
    orders: figureIn(request, "orders"),
    points: figureIn(request, "points"),
    waits: figureIn(request, "waits"),
  };
  return done && { done, ...figures };
}

export default function DecideCarClaim() {
  const t = useT();
  const { claim, today, earnsDays, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const car = [claim.said.plate ?? claim.said.vin, claim.said.model].filter(Boolean).join(" ");
  return (
    <div className="max-w-4xl">
      <BackLink to="/admin/cars">{t("deskCars.title")}</BackLink>
      <PageHeader
        title={
          <Named>{t("deskCars.claim", { name: named(claim.member.name), car: named(car) })}</Named>
        }
      />
      <CarClaimNews claim={claim} done={done} refusal={answer?.refusal ?? null} />
      <CarClaimFacts claim={claim} />
      {claim.state === "open" && (
        <CarClaimDecision claim={claim} today={today} earnsDays={earnsDays} answer={answer} />
      )}
    </div>
  );
}

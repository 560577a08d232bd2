import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type GarageCar, loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { takeBackSale } from "#app/modules/garage/take-back-sale.server.ts";
import { isUnverifiedVin } from "#app/modules/vehicle/vin.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { readOwnerRequest } from "#app/routes/shell/owner-request.server.ts";
import { figureIn, noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { Notice } from "#app/ui/notice.tsx";
import { BackLink } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { CarActs } from "../parts/car-acts.tsx";
import { CarHead } from "../parts/car-head.tsx";
import { CarVisits } from "../parts/car-visits.tsx";
import { GARAGE_DONE, GarageDone } from "../parts/garage-done.tsx";

/** Members: one of their own cars and its whole history. `?before=` is the visit above the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const before = readPlace(new URL(request.url).searchParams.get("before"));
  const [car] = await loadGarage(db(), member.id, { carId: rowIdIn(params.carId), before });
  if (!car) throw new Response("No such car", { status: 404 });
  const title = `${car.plate ?? car.model ?? ""} · ${t("garage.title")}`;
  const news = {
    done: noticeIn(request, GARAGE_DONE),
    late: noticeIn(request, ["late"]) !== null,
    points: figureIn(request, "points"),
  };
  return { car, isFirst: before === null, news, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Members: a car that they said was sold, and that is theirs after all. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member } = await readOwnerRequest(request);
  const carId = rowIdIn(params.carId);
  const taken = await takeBackSale({ memberId: member.id, carId });
  if (!taken.ok && taken.refusal === "no-car") throw new Response("No such car", { status: 404 });
  return redirect(`/my/garage/${carId}?done=${taken.ok ? "back" : "late"}`);
}

export default function Car() {
  const t = useT();
  const { car, isFirst, news } = useLoaderData<typeof loader>();
  const here = `/my/garage/${car.id}`;
  // Reading and forecast are of the latest visits, which an older page does not have.
  const head = isFirst ? car : { ...car, odometer: null, next: null };
  return (
    <>
      <BackLink to="/my/garage">{t("garage.back")}</BackLink>
      <GarageDone done={news.done} points={news.points} />
      {news.late && car.heldThrough && (
        <div className="mb-6">
          <Notice tone="refusal">{t("garage.back.tooLate")}</Notice>
        </div>
      )}
      <CarHead car={head} level="h1" />
      {car.vin && (
        <p className="figure mb-4 break-all text-[0.9375rem] text-ink-soft">
          {t("garage.vin", { vin: car.vin })}
        </p>
      )}
      {car.vin && isUnverifiedVin(car.vin) && (
        <p className="mb-4 text-[0.9375rem] text-ink-soft">{t("garage.vin.unverified")}</p>
      )}
      {isFirst && <CarActs car={car} />}
      {car.visits.length === 0 ? (
        <p className="border-y border-rule py-5">{t("garage.noVisits")}</p>
      ) : (
        <CarVisits visits={car.visits} detailed />
      )}
      <Pager
        label={t("garage.pages")}
        newer={isFirst ? undefined : { to: here, label: t("points.newest") }}
        older={
          car.more
            ? { to: `${here}?before=${lastPlace(car)}`, label: t("points.older") }
            : undefined
        }
      />
    </>
  );
}

/** A place in the history: the instant and the order of the visit above it. */
function readPlace(text: string | null): { settledAt: Date; orderId: number } | null {
  const match = /^(\d{1,14})-(\d{1,9})$/.exec(text ?? "");
  return match ? { settledAt: new Date(Number(match[1])), orderId: Number(match[2]) } : null;
}

function lastPlace({ visits }: GarageCar): string {
  const last = visits.at(-1);
  return last ? `${Date.parse(last.settledAt)}-${last.orderId}` : "";
}

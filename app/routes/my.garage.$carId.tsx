import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { type GarageCar, loadGarage } from "#app/modules/garage/load-garage.server.ts";
import { db } from "#app/platform/db.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CarHead } from "#app/site/car-head.tsx";
import { CarVisits } from "#app/site/car-visits.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { readOwnerRequest } from "./owner-request.server.ts";

/** Members: the whole history of one of their own cars. `?before=` is the visit above the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, t } = await readOwnerRequest(request);
  const carId = /^[1-9]\d{0,8}$/.test(params.carId ?? "") ? Number(params.carId) : 0;
  const before = readPlace(new URL(request.url).searchParams.get("before"));
  const [car] = await loadGarage(db(), member.id, { carId, before });
  if (!car) throw new Response("No such car", { status: 404 });
  const title = `${car.plate ?? car.model ?? ""} · ${t("garage.title")}`;
  return { car, isFirst: before === null, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Car() {
  const t = useT();
  const { car, isFirst } = useLoaderData<typeof loader>();
  const here = `/my/garage/${car.id}`;
  // Reading and forecast are of the latest visits, which an older page does not have.
  const head = isFirst ? car : { ...car, odometer: null, next: null };
  return (
    <div className="mx-auto max-w-3xl">
      <CarHead car={head} level="h1" />
      {car.visits.length === 0 ? (
        <p className="border-y border-rule py-5">{t("garage.noVisits")}</p>
      ) : (
        <CarVisits visits={car.visits} />
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
      <p className="mt-8">
        <Link to="/my/garage">{t("garage.back")}</Link>
      </p>
    </div>
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

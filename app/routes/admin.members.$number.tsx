import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { loadMemberPage } from "#app/modules/membership/load-member-page.server.ts";
import { CONTACT_FIELDS, showContact } from "#app/modules/membership/show-contact.server.ts";
import { db } from "#app/platform/db.server.ts";
import { requestAddress } from "#app/platform/request-address.server.ts";
import { MemberCars } from "#app/site/member-cars.tsx";
import { MemberContact } from "#app/site/member-contact.tsx";
import { MemberHead } from "#app/site/member-head.tsx";
import { MemberPageCard } from "#app/site/member-page-card.tsx";
import { MemberPoints } from "#app/site/member-points.tsx";
import { MemberStanding } from "#app/site/member-standing.tsx";
import { MemberStatement } from "#app/site/member-statement.tsx";
import { MemberVisits } from "#app/site/member-visits.tsx";
import { memberNumberIn, readStaffRequest } from "./staff-request.server.ts";

const ShowContactForm = z.object({ show: z.enum(CONTACT_FIELDS) });
const Place = z.coerce
  .number()
  .int()
  .positive()
  .max(Number.MAX_SAFE_INTEGER)
  .nullable()
  .catch(null);

/** Any role at the dealership; which parts a role sees is `member-page-access.ts`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff } = await readStaffRequest(request);
  const { searchParams } = new URL(request.url);
  const before = Place.parse(searchParams.get("before"));
  const open = Place.parse(searchParams.get("entry"));
  const page = await loadMemberPage(db(), memberNumberIn(params), staff.roles, { before });
  if (!page) throw notFound();
  return { page, before, open, now: new Date() };
}

/** Shows one masked contact, having written down who saw it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request);
  const form = ShowContactForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw data(null, { status: 400 });
  const value = await showContact(db(), {
    number: memberNumberIn(params),
    field: form.data.show,
    by: staff.id,
    address: requestAddress(context),
  });
  if (value === null) throw notFound();
  return { field: form.data.show, value };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.page.name} · ${loaded.page.number}` },
];

export default function Member() {
  const { page, before, open, now } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  return (
    <>
      <MemberHead page={page} />
      <div className="grid gap-x-10 gap-y-9 min-[72rem]:grid-cols-[19rem_minmax(0,1fr)] min-[72rem]:grid-rows-[auto_1fr]">
        <MemberPageCard page={page} />
        <div className="min-w-0 min-[72rem]:col-start-2 min-[72rem]:row-span-2 min-[72rem]:row-start-1">
          {page.points && <MemberPoints points={page.points} />}
          {page.cars && <MemberCars cars={page.cars} />}
          {page.visits && <MemberVisits visits={page.visits} />}
          {page.statement && (
            <MemberStatement
              number={page.number}
              statement={page.statement}
              before={before}
              now={now}
              open={open}
            />
          )}
        </div>
        <div>
          <MemberStanding standing={page.standing} />
          <MemberContact contact={page.contact} shown={shown} />
        </div>
      </div>
    </>
  );
}

const notFound = () => new Response("Not found", { status: 404 });

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Permission } from "#app/modules/access/permissions.ts";
import { loadMemberPage } from "#app/modules/members/load-member-page.server.ts";
import { CONTACT_FIELDS, showContact } from "#app/modules/members/show-contact.server.ts";
import { loadRecordedVisit } from "#app/modules/visits/load-recorded-visit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { EntryId, OptionalRowId } from "#app/platform/row-id.ts";
import { useT } from "#app/platform/words/words.tsx";
import { OpenRedemptions } from "#app/routes/redemptions/parts/open-redemptions.tsx";
import { memberNumberIn, noticeIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { Section } from "#app/ui/page.tsx";
import { type MemberAct, MemberActs } from "../parts/member-acts.tsx";
import { MemberCars } from "../parts/member-cars.tsx";
import { MemberContact } from "../parts/member-contact.tsx";
import { MemberHead } from "../parts/member-head.tsx";
import { MemberNews } from "../parts/member-news.tsx";
import { MemberPageCard } from "../parts/member-page-card.tsx";
import { MemberPoints } from "../parts/member-points.tsx";
import { MemberStanding } from "../parts/member-standing.tsx";
import { MemberStatement } from "../parts/member-statement.tsx";
import { MemberVisits } from "../parts/member-visits.tsx";
import { MemberWaiting } from "../parts/member-waiting.tsx";

const ShowContactForm = z.object({ show: z.enum(CONTACT_FIELDS) });
const Entry = EntryId.nullable().catch(null);

const ACTS: [MemberAct, Permission][] = [
  ["visit", "visits.record"],
  ["gift", "redemptions.serve"],
  ["event", "registrations.keep"],
  ["claim", "claims.take"],
  ["cars", "cars.confirm"],
  ["gold-year", "dues.sell"],
  ["adjust", "adjustments.ask"],
  ["gold", "tiers.grant"],
  ["contact", "members.correct"],
];

/** Any role at the dealership; which parts a role sees is `member-page-access.ts`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, may } = await readStaffRequest(request);
  const { searchParams } = new URL(request.url);
  const before = Entry.parse(searchParams.get("before"));
  const open = Entry.parse(searchParams.get("entry"));
  const recorded = OptionalRowId.parse(searchParams.get("visit"));
  const number = memberNumberIn(params);
  const [page, visit] = await Promise.all([
    loadMemberPage(db(), number, staff.roles, { before }),
    recorded !== null && may("visits.record") ? loadRecordedVisit(db(), number, recorded) : null,
  ]);
  if (!page) throw notFound();
  const acts = ACTS.flatMap(([act, permission]) => (may(permission) && !page.closed ? [act] : []));
  const saved = noticeIn(request, ["contact"]) !== null;
  const [mayVoid, mayServe] = [may("visits.void"), may("redemptions.serve")];
  return { page, before, open, acts, mayVoid, mayServe, visit, saved, now: new Date() };
}

/** Shows one masked contact, having written down who saw it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff } = await readStaffRequest(request);
  const form = ShowContactForm.safeParse(Object.fromEntries(await readFormFields(request)));
  if (!form.success) throw data(null, { status: 400 });
  const value = await showContact(db(), {
    number: memberNumberIn(params),
    field: form.data.show,
    ...actorOf(staff, context),
  });
  if (value === null) throw notFound();
  return { field: form.data.show, value };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded && `${loaded.page.name} · ${loaded.page.number}` },
];

export default function Member() {
  const t = useT();
  const { page, before, open, acts, mayVoid, mayServe, visit, saved, now } =
    useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  return (
    <>
      <MemberHead page={page} />
      <MemberNews visit={visit} saved={saved} />
      <MemberActs number={page.number} acts={acts} />
      <div className="grid gap-x-10 gap-y-9 min-[72rem]:grid-cols-[19rem_minmax(0,1fr)] min-[72rem]:grid-rows-[auto_1fr]">
        <MemberPageCard page={page} />
        <div className="min-w-0 min-[72rem]:col-start-2 min-[72rem]:row-span-2 min-[72rem]:row-start-1">
          {page.gifts && page.gifts.length > 0 && (
            <Section id="gifts" title={t("staff.member.gifts")}>
              <OpenRedemptions member={page} redemptions={page.gifts} mayServe={mayServe} />
            </Section>
          )}
          {page.waiting && <MemberWaiting waiting={page.waiting} />}
          {page.points && <MemberPoints points={page.points} />}
          {page.cars && <MemberCars cars={page.cars} />}
          {page.visits && (
            <MemberVisits
              visits={page.visits}
              receptions={page.receptions ?? []}
              today={page.today}
              mayVoid={mayVoid}
            />
          )}
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

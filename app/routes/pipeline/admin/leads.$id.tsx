import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadAwards } from "#app/modules/campaigns/load-awards.server.ts";
import { loadPromises } from "#app/modules/campaigns/load-promises.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { loadStores } from "#app/modules/club/load-stores.server.ts";
import { loadTurnsFor } from "#app/modules/draws/load-turns-for.server.ts";
import { turnKeyOf } from "#app/modules/pipeline/let-buyer-draw.server.ts";
import { loadFollowUpsOf } from "#app/modules/pipeline/load-follow-ups.server.ts";
import { loadLeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { momentText } from "#app/platform/typed-moment.ts";
import { useT } from "#app/platform/words/words.tsx";
import { noticeIn, rowIdIn } from "#app/routes/shell/page-address.server.ts";
import { actorOf, readStaffRequest } from "#app/routes/shell/staff-request.server.ts";
import { BackLink, PageHeader } from "#app/ui/page.tsx";
import { actOnLead } from "../parts/act-on-lead.server.ts";
import { FriendName } from "../parts/friend-name.tsx";
import { LeadActs } from "../parts/lead-acts.tsx";
import { LeadAfterSale } from "../parts/lead-after-sale.tsx";
import { LeadAppointments } from "../parts/lead-appointments.tsx";
import { LeadCall, RingLink } from "../parts/lead-call.tsx";
import { LeadCampaigns } from "../parts/lead-campaigns.tsx";
import { LeadClock } from "../parts/lead-clock.tsx";
import { DONE } from "../parts/lead-done.ts";
import { LeadDraw } from "../parts/lead-draw.tsx";
import { LeadFacts } from "../parts/lead-facts.tsx";
import { LeadHistory } from "../parts/lead-history.tsx";
import { LeadHolder } from "../parts/lead-holder.tsx";
import { LeadMerge } from "../parts/lead-merge.tsx";
import { LeadNews } from "../parts/lead-news.tsx";
import { LeadReopen } from "../parts/lead-reopen.tsx";
import { LeadYes } from "../parts/lead-yes.tsx";

/** Whoever works leads: one of them. Who does not work with it sees the friend's name, and takes it over first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, t, may } = await readStaffRequest(request, "leads.work");
  const viewer = { id: staff.id, isAdmin: may("leads.review") };
  const lead = await loadLeadPage(db(), rowIdIn(params.id), viewer);
  if (!lead) throw new Response(null, { status: 404 });
  const [club, stores, calls, promises, awards, turns] = await Promise.all([
    loadClub(),
    loadStores(db()),
    loadFollowUpsOf(db(), lead.id),
    loadPromises(db(), lead.id),
    loadAwards(db(), { leadId: lead.id }),
    lead.member && loadTurnsFor(db(), turnKeyOf(lead.id)),
  ]);
  const time = clubTime(club.timeZone);
  return {
    lead,
    stores,
    calls,
    promised: promises.map(({ campaignId, plan }) => ({ campaignId, title: plan.title })),
    awards,
    turns,
    typedMoments: Object.fromEntries(
      lead.appointments.map((each) => [each.id, momentText(new Date(each.startsAt), time)]),
    ),
    me: staff.id,
    now: new Date(),
    done: noticeIn(request, DONE),
    requestKey: crypto.randomUUID(),
    title: lead.friend.name ?? t("pipeline.forgotten"),
  };
}

/** Whoever works with the lead: calls, moves on, arranges, hands over, ends. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { staff, may } = await readStaffRequest(request, "leads.work");
  const id = rowIdIn(params.id);
  const fields = await readFormFields(request);
  const seesAll = may("leads.review");
  const lead = await loadLeadPage(db(), id, { id: staff.id, isAdmin: seesAll });
  if (!lead) throw new Response(null, { status: 404 });
  const acted = await actOnLead(lead, fields, { ...actorOf(staff, context), seesAll });
  if (!acted.ok) return data(acted, { status: acted.refusal ? 409 : 400 });
  return redirect(`/admin/leads/${acted.leadId}?done=${acted.intent}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function Lead() {
  const t = useT();
  const { lead, stores, calls, promised, awards, turns, typedMoments, ...shown } =
    useLoaderData<typeof loader>();
  const { me, now, done, requestKey } = shown;
  const refused = useActionData<typeof action>();
  const goesOn = lead.ended === null && lead.review !== "waiting";
  const canAct = goesOn && lead.isTheirs;
  const isOpen = lead.stage !== "delivered";
  return (
    <>
      <BackLink to="/admin/leads">{t("pipeline.back")}</BackLink>
      <PageHeader
        title={<FriendName name={lead.friend.name} />}
        lead={goesOn && isOpen && <LeadClock lead={lead} now={now} />}
        actions={canAct && <RingLink friend={lead.friend} />}
      />
      <LeadNews
        lead={lead}
        refusal={refused?.refusal}
        done={done && !refused ? `pipeline.done.${done}` : null}
      />
      <div className="grid gap-x-10 gap-y-9 min-[72rem]:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          {canAct && isOpen && <LeadCall key={requestKey} {...{ requestKey, refused }} />}
          {canAct && isOpen && <LeadYes lead={lead} refused={refused} />}
          {turns && <LeadDraw lead={lead} turns={turns} />}
          <LeadAfterSale {...{ lead, calls, requestKey, refused }} />
          {canAct && <LeadActs lead={lead} refused={refused} />}
          <LeadReopen lead={lead} />
          <LeadAppointments {...{ lead, stores, requestKey, refused, canAct, typedMoments }} />
          <LeadHistory happenings={lead.happenings} />
        </div>
        <div className="min-w-0">
          <LeadFacts lead={lead} />
          <LeadCampaigns promised={promised} awards={awards} />
          {goesOn && <LeadHolder lead={lead} me={me} />}
          {canAct && isOpen && <LeadMerge lead={lead} refused={refused} />}
        </div>
      </div>
    </>
  );
}

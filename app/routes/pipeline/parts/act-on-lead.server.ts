import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { planNext } from "#app/modules/leads/plan-next.server.ts";
import { assignLead } from "#app/modules/pipeline/assign-lead.server.ts";
import { confirmByCode } from "#app/modules/pipeline/confirm-by-code.server.ts";
import { endLead } from "#app/modules/pipeline/end-lead.server.ts";
import { findLeadAgain } from "#app/modules/pipeline/find-again.server.ts";
import { LeadActionForm, type LeadActionValue } from "#app/modules/pipeline/forms.ts";
import { letBuyerDraw } from "#app/modules/pipeline/let-buyer-draw.server.ts";
import type { LeadPage } from "#app/modules/pipeline/load-lead-page.server.ts";
import {
  changeAppointment,
  makeAppointment,
} from "#app/modules/pipeline/make-appointment.server.ts";
import { mergeLeads } from "#app/modules/pipeline/merge-leads.server.ts";
import { noteFollowUp } from "#app/modules/pipeline/note-follow-up.server.ts";
import { pauseLead } from "#app/modules/pipeline/pause-lead.server.ts";
import { settleAppointment } from "#app/modules/pipeline/settle-appointment.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { parseForm } from "#app/platform/http/form-fields.server.ts";
import { readMoment } from "#app/platform/typed-moment.ts";
import type { FormReply } from "#app/site/form-errors.ts";
import type { LeadRefusal } from "./lead-news.tsx";

export type LeadActReply = { intent: string | null; form: FormReply; refusal: LeadRefusal | null };

/** What one of the forms on a lead's page came to. */
export type LeadActed =
  /** `leadId`: the lead that goes on, where two were made one. */
  { ok: true; intent: LeadActionValue["intent"]; leadId: number } | ({ ok: false } & LeadActReply);

/**
 * Does what one of the forms on a lead's page asks for. Whoever does not work with the lead can only take it over.
 *
 * @param staff.seesAll whether they see all of every lead.
 * @throws Response 404 where there is no such lead.
 */
export async function actOnLead(
  lead: LeadPage,
  fields: FormData,
  staff: Actor & { seesAll: boolean },
): Promise<LeadActed> {
  const form = parseForm(fields, LeadActionForm);
  const intent = fields.get("intent")?.toString() ?? null;
  if (form.status !== "success") return { ok: false, intent, form: form.reply(), refusal: null };
  const { value } = form;
  if (!lead.isTheirs && value.intent !== "take") {
    return { ok: false, intent, form: form.reply(), refusal: "not-yours" };
  }
  const times = await readTimes(value);
  if (times === null) {
    const field = "startsAt" in value ? "startsAt" : "nextAt";
    const reply = form.reply({ fieldErrors: { [field]: ["pipeline.error.moment"] } });
    return { ok: false, intent, form: reply, refusal: null };
  }
  const answer = await carryOut(lead.id, value, times, staff);
  if (answer.ok) {
    const leadId = "keptId" in answer ? answer.keptId : lead.id;
    return { ok: true, intent: value.intent, leadId };
  }
  if (answer.refusal === "not-found") throw new Response(null, { status: 404 });
  return { ok: false, intent, form: form.reply(), refusal: answer.refusal };
}

type Times = { nextAt: Date | null; startsAt: Date; endsAt: Date };

/** The moments of a form on the club's clock; null where one of them is none. */
async function readTimes(value: LeadActionValue): Promise<Times | null> {
  const time = clubTime((await loadClub()).timeZone);
  const typed = "nextAt" in value ? value.nextAt : undefined;
  const nextAt = typed ? readMoment(typed, "from", time) : null;
  if (typed && !nextAt) return null;
  if (!("startsAt" in value)) return { nextAt, startsAt: new Date(0), endsAt: new Date(0) };
  const startsAt = readMoment(value.startsAt, "from", time);
  return (
    startsAt && { nextAt, startsAt, endsAt: new Date(startsAt.getTime() + value.minutes * 60_000) }
  );
}

function carryOut(
  leadId: number,
  value: LeadActionValue,
  times: Times,
  who: Actor & { seesAll: boolean },
) {
  const { seesAll, ...staff } = who;
  const { by } = staff;
  const { nextAt: dueAt, startsAt, endsAt } = times;
  switch (value.intent) {
    case "contact": {
      const { kind, note, requestKey, nextAction } = value;
      const next = nextAction ? { action: nextAction, dueAt } : null;
      const reached = value.reached === "yes";
      return logContact({ leadId, kind, reached, note, by, requestKey, next });
    }
    case "next":
      return planNext({ leadId, revision: value.revision, action: value.nextAction, dueAt, by });
    case "accept":
      return moveLead({ leadId, to: "accepted", reason: null, revision: value.revision }, staff);
    case "move":
      return moveLead({ ...value, leadId, reason: value.reason ?? null }, staff);
    case "decline":
      return endLead({ ...value, leadId, ending: "declined" }, staff);
    case "lose":
      return endLead({ ...value, leadId, ending: "lost" }, staff);
    case "find-again":
      return findLeadAgain({ leadId, revision: value.revision }, staff);
    case "pause":
      return pauseLead({ leadId, day: value.day, revision: value.revision }, staff);
    case "confirm":
      return confirmByCode({ leadId, code: value.code, by });
    case "draw":
      return letBuyerDraw({ leadId, tableId: value.tableId }, staff);
    case "take":
      return assignLead({ leadId, to: by, from: value.from ?? null }, staff);
    case "hand-over":
      return assignLead({ leadId, to: value.to, from: value.from ?? null }, staff);
    case "appointment": {
      const { kind, storeId, car, requestKey } = value;
      const plan = { startsAt, endsAt, storeId: storeId ?? null, car };
      return makeAppointment({ ...plan, leadId, kind, by, requestKey });
    }
    case "appointment-change": {
      const { appointmentId, sequence, storeId, car } = value;
      const plan = { startsAt, endsAt, storeId: storeId ?? null, car };
      return changeAppointment({ ...plan, leadId, appointmentId, sequence, by });
    }
    case "merge":
      return mergeLeads({ ...value, leadId, seesAll }, staff);
    case "follow-up":
      return noteFollowUp({ ...value, leadId, by, satisfaction: value.satisfaction ?? null });
    case "appointment-end":
      return settleAppointment({ ...value, leadId }, staff);
  }
}

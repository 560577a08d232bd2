import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";

/** Writes a lead that its caller has locked: what is done with it is decided by who works it. */
export async function writeLead(
  tx: Db,
  leadId: number,
  data: Prisma.LeadUncheckedUpdateInput,
): Promise<void> {
  await tx.lead.update({ where: { id: leadId }, data, select: { id: true } });
}

/** Writes down an appointment of a lead. */
export async function addAppointment(
  tx: Db,
  data: Prisma.LeadAppointmentUncheckedCreateInput,
): Promise<number> {
  return (await tx.leadAppointment.create({ data, select: { id: true } })).id;
}

/** Changes an appointment. Its calendar entry gets a higher sequence, by which the older one is forgotten. */
export async function writeAppointment(
  tx: Db,
  appointmentId: number,
  data: Prisma.LeadAppointmentUncheckedUpdateInput,
): Promise<void> {
  await tx.leadAppointment.update({
    where: { id: appointmentId },
    data: { ...data, sequence: { increment: 1 } },
    select: { id: true },
  });
}

/** Cancels what was arranged with a friend of whom nothing comes any more: the car is free for others. */
export async function cancelAppointments(tx: Db, leadId: number): Promise<void> {
  await tx.leadAppointment.updateMany({
    where: { leadId, state: "planned" },
    data: { state: "cancelled", sequence: { increment: 1 } },
  });
}

/** Writes what a person answered to an appeal of the referrer's. */
export async function writeAppealAnswer(
  tx: Db,
  leadId: number,
  { outcome, answer, by, at }: { outcome: string; answer: string; by: number; at: Date },
): Promise<void> {
  await tx.leadAppeal.update({
    where: { leadId },
    data: { state: outcome, answer, answeredBy: by, answeredAt: at },
    select: { id: true },
  });
}

/** Hands the calls and appointments of one lead to another. */
export async function moveContacts(tx: Db, from: number, to: number): Promise<void> {
  const move = { where: { leadId: from }, data: { leadId: to } };
  await tx.leadContact.updateMany(move);
  await tx.leadAppointment.updateMany(move);
}

import type { Actor } from "#app/modules/access/actor.ts";

/** Who says where a lead stands: somebody of the staff, or another program. */
export type LeadMover = Actor | { by: null; clientId: number };

/** What of them the list of steps keeps. */
export const moverNote = (mover: LeadMover) =>
  mover.by === null ? { by: null, clientId: mover.clientId } : { by: mover.by };

import type { Feature } from "#app/modules/feature.ts";
import { importMembers } from "./import-members.server.ts";
import { sweepContactCorrections } from "./sweep-contact-corrections.server.ts";
import { countMembersToUndo, undoMembers } from "./undo-members.server.ts";

export const rosterFeature: Feature = {
  sweeps: [sweepContactCorrections],
  erasure: {
    erase: (db, { personId }) => db.contactCorrection.deleteMany({ where: { personId } }),
  },
  fileKinds: [
    {
      kind: "members",
      bringIn: importMembers,
      countToUndo: countMembersToUndo,
      undo: async (importId, bookAt) => (on, page) => undoMembers(on, importId, page, bookAt),
    },
  ],
};

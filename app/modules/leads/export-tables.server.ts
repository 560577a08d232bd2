import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { type ReferralState, STATE, standingOf } from "./referral-view.ts";

const referrals: ExportTable = {
  name: "referrals",
  columns: ["at", "friend", "model", "note", "state", "points"],
  async *rows({ personId }) {
    const leads = await db().lead.findMany({
      where: { referrerId: personId },
      orderBy: { id: "asc" },
      select: {
        ...STATE,
        createdAt: true,
        friendName: true,
        model: true,
        note: true,
        source: true,
        rewards: {
          where: { takenBackAt: null, stage: { not: "welcome" } },
          select: { points: true },
        },
      },
    });
    yield leads.map((lead) => {
      const standing = standingOf(lead as ReferralState);
      // What friends typed themselves is theirs, and of one who is gone there is nothing.
      const isTheirs = standing !== "gone" && lead.source === "form";
      return {
        at: lead.createdAt,
        friend: standing === "gone" ? null : lead.friendName,
        model: isTheirs ? lead.model : null,
        note: isTheirs ? lead.note : null,
        state: code(standing),
        points: lead.rewards.reduce((sum, { points }) => sum + points, 0),
      };
    });
  },
};

const recommended: ExportTable = {
  name: "recommended",
  columns: ["at", "friend", "phone", "email", "model", "note", "state"],
  async *rows({ member }) {
    if (!member) return;
    const leads = await db().lead.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
    });
    yield leads.map((lead) => ({
      at: lead.createdAt,
      friend: lead.friendName,
      phone: lead.friendPhone,
      email: lead.friendEmail,
      model: lead.model,
      note: lead.source === "link" ? lead.note : null,
      state: code(standingOf(lead as ReferralState)),
    }));
  },
};

/** Friends whom they named, and what is known of themselves as somebody's friend. */
export const exportTables: readonly ExportTable[] = [referrals, recommended];

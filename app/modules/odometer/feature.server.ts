import type { Feature } from "#app/modules/feature.ts";

export const odometerFeature: Feature = {
  erasure: {
    // A reading is of the car and stays with it; what its owner wrote beside it does not.
    erase: async (db, { member }) => {
      if (!member) return;
      await db.odometerReading.updateMany({
        where: { memberId: member.id, voidReason: { not: null } },
        data: { voidReason: "—" },
      });
    },
  },
};

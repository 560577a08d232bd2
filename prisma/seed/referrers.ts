import { addStaff } from "#app/modules/staff/add-staff.server.ts";

/** People who recommend friends and are not in the club. */
const REFERRERS = [
  { email: "falk@marque.test", name: "Ines Falk" },
  { email: "fang@marque.test", name: "方敏" },
  { email: "ruan@marque.test", name: "阮宁" },
  { email: "thea@marque.test", name: "Thea Lindqvist" },
];

/** Brings the demo's referrers in; the answer is their addresses. */
export async function addReferrers(db: Parameters<typeof addStaff>[0]): Promise<string[]> {
  for (const { email, name } of REFERRERS) {
    await addStaff(db, { email, name, roles: ["referrer"], grantedBy: null });
  }
  return REFERRERS.map(({ email }) => email);
}

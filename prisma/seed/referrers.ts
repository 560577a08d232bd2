import { addStaff } from "#app/modules/staff/add-staff.server.ts";

/** People who recommend the club and are not in it: they have a way to sign in and nothing else yet. */
const REFERRERS = [
  { email: "falk@marque.test", name: "Ines Falk" },
  { email: "fang@marque.test", name: "方敏" },
];

/** Brings the demo's referrers in; the answer is their addresses. */
export async function addReferrers(db: Parameters<typeof addStaff>[0]): Promise<string[]> {
  for (const { email, name } of REFERRERS) {
    await addStaff(db, { email, name, roles: ["referrer"], grantedBy: null });
  }
  return REFERRERS.map(({ email }) => email);
}

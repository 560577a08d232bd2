import type { Db } from "#app/platform/db.server.ts";

/** What a member waits for an answer to. Instants are ISO 8601. */
export type MemberWaiting = {
  claims: {
    id: number;
    orderNumber: string | null;
    createdAt: string;
    dueAt: string;
    late: boolean;
  }[];
  carClaims: { id: number; plate: string | null; model: string | null; createdAt: string }[];
};

/** Reads a member's claims for missing points and for cars that nobody has answered, the oldest first. */
export async function loadMemberWaiting(db: Db, memberId: number): Promise<MemberWaiting> {
  const [row] = await db.$queryRaw<[MemberWaiting]>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object(
            'id', id, 'orderNumber', order_number, 'createdAt', created_at, 'dueAt', due_at,
            'late', due_at < now()) order by created_at), '[]')
        from points_claim where member_id = ${memberId} and state = 'open') as claims,
      (select coalesce(jsonb_agg(jsonb_build_object(
            'id', car_claim.id, 'plate', coalesce(car.plate, car_claim.plate),
            'model', car.model, 'createdAt', car_claim.created_at)
            order by car_claim.created_at), '[]')
        from car_claim left join car on car.id = car_claim.car_id
        where car_claim.member_id = ${memberId} and car_claim.state = 'open') as "carClaims"`;
  return row;
}

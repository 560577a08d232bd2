import { Prisma } from "#app/generated.server/prisma/client.ts";
import { hasDealings } from "#app/modules/ledger/account-sql.server.ts";

/**
 * Why a member whom a roster brought in stays although the roster is taken back, as an expression over member
 * `m` and person `p`; null for one of whom nothing is known but what the roster said.
 */
export const KEPT_BECAUSE = Prisma.sql`
  case
    when p.created_at = m.created_at and (p.password_hash is not null
      or exists (select from session where person_id = p.id)
      or exists (select from role_grant where person_id = p.id)
      or exists (select from passkey where person_id = p.id)
      or exists (select from authenticator where person_id = p.id)
      or exists (select from recovery_code where person_id = p.id)
      or exists (select from known_browser where person_id = p.id)) then 'signed-in'
    when exists (select from service_order where member_id = m.id)
      or exists (select from points_claim where member_id = m.id)
      or exists (select from adjustment_request where member_id = m.id)
      or exists (select from reception where member_id = m.id)
      or exists (select from odometer_reading where member_id = m.id)
      or exists (select from car_claim where member_id = m.id)
      or exists (select from family_member where member_id = m.id)
      or exists (select from co_driver where member_id = m.id)
      or exists (select from car_holding h join co_driver d on d.holding_id = h.id where h.member_id = m.id)
      or exists (select from consent where person_id = p.id)
      or exists (select from payment where member_id = m.id)
      or exists (select from tier_period where member_id = m.id and cause <> 'imported')
      or ${hasDealings(Prisma.sql`m.account_id`)} then 'in-use'
  end`;

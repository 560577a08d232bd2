import { Prisma } from "#app/generated.server/prisma/client.ts";

// Further pieces of the query of load-facts.server.ts, over its table `wanted`.

/** Prizes of contests and draws that are with their winners, at what their gifts cost; and those that wait. */
export const prizes = (currency: string): Prisma.Sql => Prisma.sql`(
  select jsonb_build_object(
    'pieces', count(*) filter (where is_out and gift.id is not null),
    'costMinor', coalesce(sum(gift.cost_minor) filter (where is_out and gift.currency = ${currency}), 0),
    'piecesWithoutCost', count(*) filter (where is_out and gift.id is not null
      and (gift.cost_minor is null or gift.currency <> ${currency})),
    'inWords', count(*) filter (where is_out and gift.id is null),
    'waiting', count(*) filter (where waits))
  from (
    select prize.variant_id, award.handed_over_at is not null and award.after is distinct from 'back' as is_out,
      award.handed_over_at is null and award.ended_at is null as waits
    from contest
    join contest_ranking ranking on ranking.contest_id = contest.id
    join contest_award award on award.ranking_id = ranking.id
    join contest_prize prize on prize.id = award.prize_id
    where contest.event_id = wanted.id
    union all
    select prize.variant_id, win.state = 'handed-over', win.state = 'won'
    from draw join draw_win win on win.draw_id = draw.id
    join draw_prize prize on prize.id = win.prize_id
    where draw.state = 'drawn' and draw.entrants ? 'eventId' and draw.entrants -> 'eventId' = to_jsonb(wanted.id)
  ) won
  left join gift_variant variant on variant.id = won.variant_id
  left join gift on gift.id = variant.gift_id)`;

export const IMPACT = Prisma.sql`(
  select jsonb_build_object('amount', done.amount, 'counted', done.counted,
    'unit', jsonb_build_object('one', unit.one_en, 'many', unit.many_en, 'zh', unit.zh))
  from impact_event done join impact_unit unit on unit.id = done.unit_id
  where done.event_id = wanted.id and done.counted > 0)`;

export const ALBUM = Prisma.sql`(
  select jsonb_build_object('isPublished', album.state = 'published',
    'pictures', (select count(*) from album_picture picture
      where picture.album_id = album.id and picture.removed_at is null),
    'families', (select count(distinct tag.registration_id) from album_tag tag
      join album_picture picture on picture.id = tag.picture_id
      where picture.album_id = album.id and picture.removed_at is null),
    'objections', (select count(*) from album_objection objection
      join album_picture picture on picture.id = objection.picture_id where picture.album_id = album.id),
    'openObjections', (select count(*) from album_objection objection
      join album_picture picture on picture.id = objection.picture_id
      where picture.album_id = album.id and objection.state = 'open'))
  from album where album.event_id = wanted.id)`;

export const CONTESTS = Prisma.sql`(
  select jsonb_build_object('all', count(*) filter (where state not in ('draft', 'called-off')),
    'published', count(*) filter (where state = 'published'),
    'entries', coalesce(sum((select count(*) from contest_entry entry
      where entry.contest_id = contest.id and entry.state = 'in'))
      filter (where state not in ('draft', 'called-off')), 0))
  from contest where contest.event_id = wanted.id)`;

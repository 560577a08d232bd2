import { Prisma } from "#app/generated.server/prisma/client.ts";
import { maskPhone } from "#app/modules/person/contact-spelling.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import type { Tier } from "#app/modules/standing/tier.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { SearchTerms } from "./search-terms.ts";

/** A line of what was found. */
export type FoundMember = {
  number: string;
  name: string;
  tier: Tier;
  /** Of the cars held now. */
  plates: string[];
  /** Masked unless contact data may be shown. */
  phone: string | null;
};

export type SearchAnswer = {
  /** The number of the one member whom a whole number, card, plate, VIN, phone or address names. */
  only: string | null;
  /** Whom it may mean otherwise. */
  members: FoundMember[];
  /** There are more than are listed: the search wants another letter or digit. */
  more: boolean;
};

/** A list that has to be scrolled is no answer at a desk. */
const MOST = 20;
const ENOUGH = Prisma.sql`limit ${MOST + 1}`;

/** Whether a reading, when it finds somebody, has named them. */
const WHOLE = Prisma.sql`true`;
const PART = Prisma.sql`false`;

type Row = {
  id: number;
  number: string;
  name: string;
  phone: string | null;
  exact: boolean;
  plates: string[];
};

/**
 * Finds members by whatever a search box was taken to mean. Every reading is looked up by an index of
 * its own and stops at {@link MOST}, so the time does not grow with the club.
 *
 * @param showContact whether the asking role needs phone numbers; otherwise they come masked.
 */
export async function searchMembers(
  db: Db,
  terms: SearchTerms,
  { showContact }: { showContact: boolean },
): Promise<SearchAnswer> {
  const readings = readingsOf(terms);
  if (readings.length === 0) return { only: null, members: [], more: false };
  const rows = await db.$queryRaw<Row[]>`
    with found(person_id, exact) as (${Prisma.join(readings, " union all ")}),
    best as (
      select person_id, bool_or(exact) as exact from found
      group by person_id order by bool_or(exact) desc, person_id ${ENOUGH}
    )
    select member.id, member.number, person.name, person.phone, best.exact,
           array(select car.plate from car_holding
                 join car on car.id = car_holding.car_id
                 where car_holding.member_id = member.id and car_holding.ends_at is null
                   and car.plate is not null
                 order by car.plate) as plates
    from best
    join person on person.id = best.person_id and person.closed_at is null
    join member on member.person_id = person.id
    order by best.exact desc, member.number`;
  const [first, second] = rows;
  const only = first?.exact && !second?.exact ? first.number : null;
  if (only) return { only, members: [], more: false };
  const listed = rows.slice(0, MOST);
  const standings = await loadTierStatuses(
    db,
    listed.map((row) => row.id),
  );
  return {
    only,
    members: listed.map(({ id, number, name, phone, plates }) => ({
      number,
      name,
      tier: standings.get(id)?.standing.tier ?? "silver",
      plates,
      phone: phone && !showContact ? maskPhone(phone) : phone,
    })),
    more: rows.length > MOST,
  };
}

/** One select of (person_id, exact) for each thing the text may mean. */
function readingsOf(terms: SearchTerms): Prisma.Sql[] {
  const { cardToken, memberNumber, memberNumberStart, email, emailStart } = terms;
  const { phone, phoneEnd, vin, vinEnd, plate, plateEnd, namePart, nameSound } = terms;
  const readings: (Prisma.Sql | null)[] = [
    cardToken && byMember(Prisma.sql`member.card_token = ${cardToken}`, WHOLE),
    memberNumber && byMember(Prisma.sql`member.number = ${memberNumber}`, WHOLE),
    memberNumberStart && byMember(Prisma.sql`member.number like ${`${memberNumberStart}%`}`, PART),
    email && byPerson(Prisma.sql`person.email = ${email}`, WHOLE),
    emailStart && byPerson(Prisma.sql`person.email like ${`${likeLiteral(emailStart)}%`}`, PART),
    phone && byPerson(Prisma.sql`person.phone = ${phone}`, WHOLE),
    phoneEnd && byPerson(Prisma.sql`reverse(person.phone) like ${endsWith(phoneEnd)}`, PART),
    vin && byCar(Prisma.sql`car.vin = ${vin}`, WHOLE),
    vinEnd && byCar(Prisma.sql`reverse(car.vin) like ${endsWith(vinEnd)}`, PART),
    plate && byCar(Prisma.sql`car.plate = ${plate}`, WHOLE),
    plateEnd && byCar(Prisma.sql`reverse(car.plate) like ${endsWith(plateEnd)}`, PART),
    namePart &&
      byPerson(
        Prisma.sql`name_grams(person.name) @> name_part_grams(${namePart})
          and position(name_key(${namePart}) in name_key(person.name)) > 0`,
        PART,
      ),
    nameSound && byPerson(Prisma.sql`person.name_sounds @> ${[nameSound.whole]}::text[]`, PART),
    nameSound &&
      nameSound.words.length > 1 &&
      byPerson(Prisma.sql`person.name_sounds @> ${nameSound.words}::text[]`, PART),
  ].map((reading) => reading || null);
  return readings.filter((reading) => reading !== null);
}

function byPerson(condition: Prisma.Sql, exact: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (select person.id, ${exact} from person
     join member on member.person_id = person.id where ${condition} ${ENOUGH})`;
}

function byMember(condition: Prisma.Sql, exact: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select member.person_id, ${exact} from member where ${condition} ${ENOUGH})`;
}

function byCar(condition: Prisma.Sql, exact: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (select member.person_id, ${exact} from car
     join car_holding on car_holding.car_id = car.id and car_holding.ends_at is null
     join member on member.id = car_holding.member_id where ${condition} ${ENOUGH})`;
}

/** Typed text inside a LIKE pattern stands for itself. */
const likeLiteral = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** The pattern by which a reversed column is found by its end. The text is letters and digits. */
const endsWith = (text: string) => `${Array.from(text).reverse().join("")}%`;

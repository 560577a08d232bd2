import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import {
  type ProgrammeTitles,
  programmeName,
  programmeTitles,
} from "#app/modules/rulebook/programme-name.ts";
import { lastGoldDay } from "#app/modules/standing/tier.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import { db } from "#app/platform/db.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { filterContext, type ListedMember, matching } from "./list-members.server.ts";
import { type FilterContext, loadCandidates, type Place } from "./member-candidates.server.ts";
import type { MemberFilter } from "./member-filter.ts";

const BATCH_SIZE = 1_000;

const COLUMNS = [
  "desk.csv.number",
  "desk.csv.name",
  "desk.csv.phone",
  "desk.csv.email",
  "desk.csv.tier",
  "desk.csv.goldThrough",
  "desk.csv.programme",
  "desk.csv.joined",
  "desk.csv.birthday",
  "desk.csv.cars",
  "desk.csv.available",
  "desk.csv.pending",
  "desk.csv.debt",
  "desk.csv.lapseThrough",
  "desk.csv.lapsePoints",
] as const;

type Contact = {
  id: number;
  phone: string | null;
  email: string | null;
  programme: string;
  birthday: string | null;
  cars: string | null;
};

/**
 * The members who match a filter as a CSV file in UTF-8 with a byte order mark, in the order of the list and
 * in flat memory however many there are. Headings are the reader's; days are YYYY-MM-DD and the club's.
 */
export async function* exportMemberList(
  filter: MemberFilter,
  t: Translate,
): AsyncGenerator<string, void, undefined> {
  const context = await filterContext();
  const titles = programmeTitles(await loadRuleBook(), t.locale);
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map((column) => t(column)));
  for (let after: Place | null = null; ; ) {
    const page = { after, limit: BATCH_SIZE };
    const candidates = await loadCandidates(db(), filter, context, page);
    const members = await matching(db(), candidates, filter, context);
    const contacts = await loadContacts(members.map(({ id }) => id));
    if (members.length > 0) {
      yield members
        .map((member) => lineOf(member, contacts.get(member.id), context, t, titles))
        .join("");
    }
    if (candidates.length < BATCH_SIZE) return;
    after = candidates.at(-1) ?? null;
  }
}

function lineOf(
  { number, name, joinedOn, standing, balance }: ListedMember,
  contact: Contact | undefined,
  { time }: FilterContext,
  t: Translate,
  titles: ProgrammeTitles,
): string {
  const { nextLapseAt } = balance;
  return csvLine([
    number,
    name,
    contact?.phone ?? null,
    contact?.email ?? null,
    t(`tier.${standing.tier}`),
    standing.tier === "gold" ? lastGoldDay(standing) : null,
    contact ? programmeName(contact.programme, t, titles) : null,
    joinedOn,
    contact?.birthday ?? null,
    contact?.cars ?? null,
    balance.available,
    balance.pending,
    balance.debt,
    nextLapseAt && time.dayOf(new Date(nextLapseAt.getTime() - 1)),
    nextLapseAt && balance.nextLapsePoints,
  ]);
}

async function loadContacts(ids: number[]): Promise<Map<number, Contact>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<Contact[]>`
    select member.id, person.phone, person.email, member.programme,
      case when birth_month is not null
        then lpad(birth_month::text, 2, '0') || '-' || lpad(birth_day::text, 2, '0') end as birthday,
      (select string_agg(concat_ws(' ', car.plate, car.model), '; ' order by car_holding.starts_at desc)
        from car_holding join car on car.id = car_holding.car_id
        where car_holding.member_id = member.id and car_holding.ends_at is null) as cars
    from member join person on person.id = member.person_id
    where member.id = any(${ids}::int[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

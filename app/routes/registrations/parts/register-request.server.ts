import type { Actor } from "#app/modules/access/actor.ts";
import { addFamilyMember } from "#app/modules/account/add-family-member.server.ts";
import {
  keepEmergencyContact,
  loadEmergencyContact,
} from "#app/modules/account/emergency-contact.server.ts";
import { loadFamily } from "#app/modules/account/load-family.server.ts";
import type { EventPrice } from "#app/modules/events/plan.ts";
import type { Party } from "#app/modules/parties/party.ts";
import {
  childrenToKeep,
  type PartyRow,
  partyRows,
  problemsByField,
  readTypedParty,
  type TypedFields,
} from "#app/modules/parties/typed-party.ts";
import type { RegisteringPage } from "#app/modules/registrations/load-registering.server.ts";
import { registerAtDesk } from "#app/modules/registrations/register-at-desk.server.ts";
import {
  type RegisterAnswer,
  registerParty,
} from "#app/modules/registrations/register-party.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";
import { typedText } from "#app/platform/typed-text.ts";
import type { OwnerRequest } from "#app/routes/shell/owner-request.server.ts";

/** A party of ten with a dozen questions to each of them. */
const MOST_FIELDS = 400;
/** How near to its end a limit is where not everybody of a party may get a place. */
const FEW = 5;

/**
 * The rows of the form of a member's party, whom they had called before, and whether there may be too few places for
 * all of them.
 */
export async function ownPartyFormOf(registering: RegisteringPage, memberId: number) {
  const contact = await loadEmergencyContact(db(), memberId);
  return { ...(await partyFormOf(registering, memberId)), contact };
}

/** The same as staff fill it in: what a member has remembered for themselves is not theirs to read. */
export async function partyFormOf(registering: RegisteringPage, memberId: number) {
  const family = await loadFamily(db(), memberId);
  const { plan, page, eventDay, name } = registering;
  const nearlyFull =
    plan.waitlist.open && (page.registering.can === "wait" || (page.left?.free ?? FEW) < FEW);
  return { rows: partyRows(plan, { name }, family, eventDay), nearlyFull };
}

/** The part of an event's address that a page for one has as `?event=`; empty where it is none. */
export const eventSlugIn = (request: Request): string =>
  /^[a-z0-9-]*$/.exec(new URL(request.url).searchParams.get("event") ?? "")?.[0] ?? "";

/** What a party's form sent, by its fields' names. */
export async function readPartyFields(request: Request): Promise<TypedFields> {
  const sent = await readFormFields(request, MOST_FIELDS);
  const fields: Record<string, string[]> = {};
  for (const [field, value] of sent) {
    if (typeof value === "string") {
      fields[field] = [...(fields[field] ?? []), typedText(value)];
    }
  }
  return fields;
}

/** Registers the party that a member's form sent; children whom they want remembered are kept with the family. */
export async function registerFromForm(
  fields: TypedFields,
  registering: RegisteringPage,
  rows: readonly PartyRow[],
  { member, locale }: Pick<OwnerRequest, "member" | "locale">,
) {
  const read = readTypedParty(fields, registering.plan, rows);
  const answer = await registerParty({
    ...requestOf(fields, registering, member.id),
    party: read.party,
    source: "owner",
    by: member.person.id,
  });
  if (answer.ok) {
    for (const child of childrenToKeep(fields, read.party, read.rows)) {
      const entry = { ...child, relation: "child" as const };
      await addFamilyMember(member, entry, { guardianAgrees: true, locale });
    }
    await rememberContact(fields, read.party, member.id);
  }
  return { answer, problems: problemsOf(answer, read.rows) };
}

/** Remembers whom to call for the children of a party, where its member wants that. */
export async function rememberContact(
  fields: TypedFields,
  { care, people }: Party,
  memberId: number,
): Promise<void> {
  const { emergencyName: name = "", emergencyPhone: phone = "" } = care ?? {};
  const isAsked = fields["care.keep"] !== undefined && people.some(({ role }) => role === "child");
  if (isAsked && name && phone) await keepEmergencyContact(db(), memberId, { name, phone });
}

/** Registers the party that staff typed for a member. */
export async function registerFromDesk(
  fields: TypedFields,
  registering: RegisteringPage,
  rows: readonly PartyRow[],
  memberId: number,
  actor: Actor,
) {
  const read = readTypedParty(fields, registering.plan, rows);
  const overReason = typedText(fields.overReason?.[0] ?? "").slice(0, 300) || null;
  const answer = await registerAtDesk(
    {
      ...requestOf(fields, registering, memberId),
      party: read.party,
      source: "desk",
      overReason,
      ...(fields.sameChild ? { sameChild: "allow" as const } : {}),
    },
    actor,
  );
  return { answer, problems: problemsOf(answer, read.rows) };
}

function requestOf(fields: TypedFields, { page }: RegisteringPage, memberId: number) {
  const one = (name: string) => fields[name]?.[0] ?? "";
  return {
    eventId: page.id,
    memberId,
    ifFull: one("ifFull") === "wait" ? ("wait" as const) : ("refuse" as const),
    requestKey: typedText(one("requestKey")).slice(0, 64),
    seenVersion: /^\d{1,6}$/.test(one("version")) ? Number(one("version")) : null,
    seenPrice: readPrice(one("price")),
  };
}

function problemsOf(answer: RegisterAnswer, rows: readonly PartyRow[]) {
  return !answer.ok && answer.refusal === "party" ? problemsByField(answer.problems, rows) : {};
}

/** The price that stood on the page; null for what is none. */
function readPrice(text: string): EventPrice | null {
  try {
    const price: unknown = JSON.parse(text);
    return typeof price === "object" && price !== null && "kind" in price
      ? (price as EventPrice)
      : null;
  } catch {
    return null;
  }
}

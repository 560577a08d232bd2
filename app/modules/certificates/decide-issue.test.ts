import { expect, test } from "vitest";
import type { CertificateSays } from "./certificate.ts";
import {
  type DueCertificate,
  decideIssue,
  type IssueDecision,
  type KeptCertificate,
} from "./decide-issue.ts";

const says = (changes: Partial<CertificateSays> = {}): CertificateSays => ({
  event: { en: "Afternoon by the lake", zh: "湖畔下午" },
  drawing: "outing",
  startsAt: new Date("2027-03-14T05:00:00Z"),
  place: { en: "Lakeside", zh: "湖畔" },
  ...{ contest: null, bracket: null, rank: null, award: null, impact: null },
  ...changes,
});
const due = (changes: Partial<DueCertificate> = {}): DueCertificate => ({
  ...{
    personId: 7,
    familyMemberId: null,
    kind: "took-part",
    contestId: null,
    bracket: null,
    name: "Mia",
  },
  says: says(),
  ...changes,
});
const kept = (changes: Partial<KeptCertificate> = {}): KeptCertificate => ({
  ...{
    id: 1,
    personId: 7,
    kind: "took-part",
    contestId: null,
    bracket: null,
    name: "Mia",
    nameTyped: false,
    entryId: null,
  },
  says: says(),
  ...changes,
});
const won = { kind: "place", contestId: 4, name: null, personId: null, entryId: 70 } as const;
type Case = [string, DueCertificate[], KeptCertificate[], Partial<IssueDecision>, boolean?];
const nothing = { make: [], replace: [], withdraw: [], same: 0 };

test.each([
  ["whoever has none gets one", [due()], [], { make: [due()] }],
  ["whoever has theirs keeps it", [due()], [kept()], { same: 1 }],
  ["of two that are due for the same there is one", [due(), due()], [], { make: [due()] }],
  [
    "a name that was corrected where they registered is another certificate",
    [due({ name: "Mia Lin" })],
    [kept()],
    { replace: [{ id: 1, by: due({ name: "Mia Lin" }) }] },
  ],
  [
    "a name that staff typed stays",
    [due()],
    [kept({ name: "Mia Lin", nameTyped: true })],
    { same: 1 },
  ],
  [
    "it stays where something else has changed",
    [due({ says: says({ place: { en: "Park", zh: "公园" } }) })],
    [kept({ name: "Mia Lin", nameTyped: true })],
    {
      replace: [
        { id: 1, by: due({ name: "Mia Lin", says: says({ place: { en: "Park", zh: "公园" } }) }) },
      ],
    },
  ],
  [
    "a rank that was corrected is another certificate",
    [due({ kind: "place", contestId: 4, says: says({ rank: 2 }) })],
    [kept({ kind: "place", contestId: 4, says: says({ rank: 1 }) })],
    { replace: [{ id: 1, by: due({ kind: "place", contestId: 4, says: says({ rank: 2 }) }) }] },
  ],
  ["who did not come after all has none", [], [kept()], { withdraw: [1] }],
  ["of who was erased nothing is issued again", [due()], [kept({ name: null })], { same: 1 }],
  ["and what they had stays", [], [kept({ name: null, personId: null })], {}],
  ["also what they won, as long as it is theirs", [], [kept(won)], {}, true],
  ["a rank that was corrected is nobody's any more", [], [kept(won)], { withdraw: [1] }, false],
] as Case[])("%s", (_case, dues, have, expected, isWon = true) => {
  expect(decideIssue(dues, have, () => isWon)).toEqual({ ...nothing, ...expected });
});

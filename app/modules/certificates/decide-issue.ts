import { type CertificateKind, type CertificateSays, saysTheSame } from "./certificate.ts";

/** A certificate that somebody is to have. */
export type DueCertificate = {
  personId: number;
  familyMemberId: number | null;
  kind: CertificateKind;
  /** What it was won in: the same person has one of each contest. Null for having come. */
  contestId: number | null;
  /** The key of its age group that was ranked by itself. */
  bracket: string | null;
  name: string;
  says: CertificateSays;
};

/** One that they have, and that holds. */
export type KeptCertificate = {
  id: number;
  personId: number | null;
  kind: CertificateKind;
  contestId: number | null;
  bracket: string | null;
  /** The entry that was theirs, of whom was taken out of the contest for good. */
  entryId: number | null;
  /** Null once its owner was erased. */
  name: string | null;
  nameTyped: boolean;
  says: CertificateSays;
};

export type IssueDecision = {
  make: DueCertificate[];
  /** What was printed is no longer right: the old one ends, and a new one with another code takes its place. */
  replace: { id: number; by: DueCertificate }[];
  /** Nobody is to have it any more. */
  withdraw: number[];
  /** As many are right as they are. */
  same: number;
};

/**
 * Decides what issuing an event's certificates does. Whatever differs in print is another certificate: on paper
 * nobody can tell which of two with one code is the right one. A name that staff typed stays. Of whom was erased
 * nothing is issued again, and what was goes on being confirmed as long as it holds.
 *
 * @param isWon whether what one is for that somebody won has stayed theirs.
 */
export function decideIssue(
  due: readonly DueCertificate[],
  kept: readonly KeptCertificate[],
  isWon: (certificate: KeptCertificate) => boolean,
): IssueDecision {
  const decision: IssueDecision = { make: [], replace: [], withdraw: [], same: 0 };
  const before = new Map(kept.map((certificate) => [keyOf(certificate), certificate]));
  const wanted = new Set<string>();
  for (const each of due) {
    const key = keyOf(each);
    if (wanted.has(key)) continue;
    wanted.add(key);
    const had = before.get(key);
    if (!had) decision.make.push(each);
    else if (had.name === null) decision.same += 1;
    else {
      const name = had.nameTyped ? had.name : each.name;
      if (name === had.name && saysTheSame(each.says, had.says)) decision.same += 1;
      else decision.replace.push({ id: had.id, by: { ...each, name } });
    }
  }
  for (const had of kept) {
    const isLost =
      had.personId === null
        ? had.kind !== "took-part" && !isWon(had)
        : had.name !== null && !wanted.has(keyOf(had));
    if (isLost) decision.withdraw.push(had.id);
  }
  return decision;
}

const keyOf = ({
  personId,
  kind,
  contestId,
  bracket,
}: Pick<KeptCertificate, "personId" | "kind" | "contestId" | "bracket">) =>
  [personId, kind, contestId, bracket].join(" ");

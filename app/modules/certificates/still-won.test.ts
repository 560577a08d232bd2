import { expect, test } from "vitest";
import type { Honour } from "#app/modules/contest-results/load-honours.server.ts";
import { stillWon, type WonCertificate } from "./still-won.ts";

const honour = (changes: Partial<Honour> = {}): Honour => ({
  ...{ registrationPersonId: 7, isErased: false, entryId: 70, contestId: 4, rank: 1 },
  contest: { en: "The car as I see it", zh: "我眼中的爱车" },
  bracket: { key: "little", name: { en: "Little", zh: "幼儿组" } },
  award: null,
  ...changes,
});
const certificate = (changes: Partial<WonCertificate> = {}): WonCertificate => ({
  ...{ personId: 7, contestId: 4, bracket: "little", entryId: null, says: { rank: 1 } },
  ...changes,
});
const forgotten = certificate({ personId: null, entryId: 70 });
const nobodys = honour({ registrationPersonId: null, isErased: true });

test.each([
  ["whoever has the place has it", certificate(), honour(), true],
  ["another rank is another thing", certificate(), honour({ rank: 2 }), false],
  ["another contest", certificate(), honour({ contestId: 5 }), false],
  ["another age group", certificate(), honour({ bracket: null }), false],
  ["another child's", certificate(), honour({ registrationPersonId: 8 }), false],
  ["through another entry of the same contest", certificate(), honour({ entryId: 71 }), true],
  [
    "a special award has no rank",
    certificate({ says: { rank: null } }),
    honour({ rank: null }),
    true,
  ],
  ["of whom was taken out the entry has it", forgotten, nobodys, true],
  ["and not another entry of nobody's", forgotten, { ...nobodys, entryId: 71 }, false],
  ["nor with another rank", forgotten, { ...nobodys, rank: 2 }, false],
  ["an entry of nobody's is not someone's", certificate(), nobodys, false],
  ["of whom nothing is known nothing is", certificate({ personId: null }), nobodys, false],
  [
    "whose it is has not been said",
    certificate({ personId: null }),
    honour({ registrationPersonId: null }),
    false,
  ],
])("%s", (_case, had, holds, expected) => {
  expect(stillWon(had, [holds])).toBe(expected);
});

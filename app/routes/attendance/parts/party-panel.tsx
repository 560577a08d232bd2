import { useId, useState } from "react";
import type { ListedParty, ListedPerson } from "#app/modules/attendance/check-in-list.ts";
import type { DayOf } from "#app/modules/attendance/day-of.ts";
import type { Unchecked } from "#app/modules/attendance/judge-reading.ts";
import type { Stay } from "#app/modules/attendance/presence.ts";
import { formatTime } from "#app/platform/words/format.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { Exchange } from "./exchange.tsx";
import { PartyCare } from "./party-care.tsx";
import type { NewMark } from "./use-check-in.ts";

interface PartyPanelProps {
  day: DayOf;
  party: ListedParty;
  stays: readonly Stay[];
  unchecked: readonly Unchecked[];
  /** Whether whoever stands here decides about parties without a place. */
  mayDecide: boolean;
  onMark: (marks: NewMark[]) => void;
  onClose: () => void;
  /** Where companions are exchanged; null without a network, and for who does not decide. */
  exchange: { to: string; onDone: () => void } | null;
}

/** One scan: the family. Who came is ticked; what must be known of the children is in sight. */
export function PartyPanel(props: PartyPanelProps) {
  const { day, party, stays, unchecked, mayDecide, onMark, onClose, exchange } = props;
  const { t, locale, timeZone } = useWords();
  const id = useId();
  const stayOf = (person: ListedPerson) => stays.find(({ personId }) => personId === person.id);
  const hasPlace = party.state === "registered";
  const open = party.people.filter((person) => !stayOf(person)?.inside);
  const comes = open.filter(({ state }) => state === "coming").map((person) => person.id);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(() => new Set(hasPlace ? comes : []));
  const chosen = open.filter((person) => ticked.has(person.id));
  const toggle = (person: number) => {
    const next = new Set(ticked);
    if (!next.delete(person)) next.add(person);
    setTicked(next);
  };
  const session = day.sessions.find(({ key }) => key === party.session);
  const mark = (kind: "in" | "out", people: readonly ListedPerson[]) =>
    onMark(people.map((person) => ({ kind, registrationId: party.id, personId: person.id })));
  return (
    <Sheet>
      <section aria-labelledby={id} className="grid gap-4">
        <div>
          <h2 id={id} className="text-2xl">
            <bdi>{party.people[0]?.name ?? party.code}</bdi>
          </h2>
          <p className="flex flex-wrap gap-x-4 text-lg">
            <span className="figure">{party.code}</span>
            {session && <span>{inLanguage(locale, session.name)}</span>}
            {party.cars > 0 && (
              <span>
                {t("attendance.party.cars", { count: party.cars })}{" "}
                {party.carPlate && <bdi>{party.carPlate}</bdi>}
              </span>
            )}
          </p>
        </div>
        {!hasPlace && (
          <Notice tone="refusal" title={t(`attendance.noPlace.${placeless(party)}`)}>
            {t(mayDecide ? "attendance.noPlace.decide" : "attendance.noPlace.fetch")}
          </Notice>
        )}
        {unchecked.length > 0 && <UncheckedRules rules={unchecked} />}
        <ul className="grid gap-2">
          {party.people.map((person) => {
            const stay = stayOf(person);
            return (
              <li key={person.id}>
                {stay?.inside ? (
                  <PersonInside
                    person={person}
                    since={t("attendance.inside", {
                      time: formatTime(stay.cameAt, locale, timeZone),
                      gate: stay.gate,
                    })}
                    doubled={stay.doubled}
                    onLeave={() => mark("out", [person])}
                  />
                ) : (
                  <PersonTick
                    day={day}
                    person={person}
                    hasLeft={stay !== undefined}
                    ticked={ticked.has(person.id)}
                    disabled={!mayDecide && (!hasPlace || person.state !== "coming")}
                    onToggle={() => toggle(person.id)}
                  />
                )}
                {exchange && hasPlace && !stay && !person.isMember && (
                  <Exchange person={person} {...exchange} />
                )}
              </li>
            );
          })}
        </ul>
        <PartyCare care={party.care} people={party.people} />
        <div className="grid gap-2">
          {open.length > 0 && (
            <Button
              type="button"
              wide
              className="min-h-16! text-xl!"
              disabled={chosen.length === 0}
              onClick={() => mark("in", chosen)}
            >
              {t("attendance.comeIn", { count: chosen.length })}
            </Button>
          )}
          <Button type="button" look="quiet" wide onClick={onClose}>
            {t("attendance.close")}
          </Button>
        </div>
      </section>
    </Sheet>
  );
}

const placeless = ({ state }: ListedParty) => (state === "waiting" ? "waiting" : "cancelled");

function UncheckedRules({ rules }: { rules: readonly Unchecked[] }) {
  const { t } = useWords();
  return (
    <Notice tone="warn" title={t("attendance.unchecked")} announce={false}>
      <ul className="list-disc pl-5">
        {rules.map((rule) => (
          <li key={rule}>{t(`attendance.unchecked.${rule}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface PersonTickProps {
  day: DayOf;
  person: ListedPerson;
  hasLeft: boolean;
  ticked: boolean;
  disabled: boolean;
  onToggle: () => void;
}

function PersonTick({ day, person, hasLeft, ticked, disabled, onToggle }: PersonTickProps) {
  const { t, locale } = useWords();
  const bracket = day.brackets.find(({ key }) => key === person.bracket);
  return (
    <label className="flex min-h-16 items-center gap-4 rounded-md border border-rule-strong bg-paper px-4 py-2 has-checked:border-accent has-checked:bg-accent-wash">
      <input
        type="checkbox"
        className="check size-8!"
        checked={ticked}
        disabled={disabled}
        onChange={onToggle}
      />
      <span className="min-w-0 flex-1">
        <span className="block text-xl font-semibold">
          <bdi>{person.name}</bdi>
        </span>
        <span className="flex flex-wrap gap-x-3">
          <span>{t(`attendance.role.${person.role}`)}</span>
          {bracket && <span>{inLanguage(locale, bracket.name)}</span>}
          {person.drives && <span>{t("attendance.drives")}</span>}
          {person.state === "waiting" && <span>{t("attendance.person.waiting")}</span>}
          {hasLeft && <span>{t("attendance.person.left")}</span>}
        </span>
      </span>
    </label>
  );
}

interface PersonInsideProps {
  person: ListedPerson;
  since: string;
  doubled: boolean;
  onLeave: () => void;
}

function PersonInside({ person, since, doubled, onLeave }: PersonInsideProps) {
  const { t } = useWords();
  return (
    <div className="flex min-h-16 items-center gap-3 rounded-md border border-rule px-4 py-2">
      <div className="min-w-0 flex-1">
        <p className="text-xl font-semibold">
          <bdi>{person.name}</bdi>
        </p>
        <p>
          <Badge tone="ok">{since}</Badge>{" "}
          {doubled && <Badge tone="warn">{t("attendance.doubled")}</Badge>}
        </p>
      </div>
      <Button type="button" look="quiet" onClick={onLeave}>
        {t("attendance.leaves")}
      </Button>
    </div>
  );
}

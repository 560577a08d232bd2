import { useCallback, useEffect, useRef, useState } from "react";
import type { ListedParty } from "#app/modules/attendance/check-in-list.ts";
import type { DayOf } from "#app/modules/attendance/day-of.ts";
import {
  judgeReading,
  type LastReading,
  uncheckedRules,
} from "#app/modules/attendance/judge-reading.ts";
import { countOf } from "#app/modules/attendance/presence.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { useKeptPage } from "#app/site/use-kept-page.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DeviceCheck } from "./device-check.tsx";
import { NameSearch } from "./name-search.tsx";
import { PartyPanel } from "./party-panel.tsx";
import { ScanBox } from "./scan-box.tsx";
import { StatusStrip } from "./status-strip.tsx";
import { ToSettle } from "./to-settle.tsx";
import { Undecided } from "./undecided.tsx";
import { UnlistedPanel } from "./unlisted-panel.tsx";
import { UnsentMarks } from "./unsent-marks.tsx";
import { type NewMark, useCheckIn } from "./use-check-in.ts";

interface CheckInProps {
  day: DayOf;
  gate: string;
  /** Whether whoever is here searches by name and lets people in without a place. */
  mayDecide: boolean;
  /** Where the list is, and where marks go. */
  listAt: string;
  marksTo: string;
  /** Where a family that has not registered is registered; null for who calls a supervisor. */
  walkInAt: string | null;
  /** Where companions are exchanged; null likewise. */
  exchangeAt: string | null;
}

/** What stands above the reader: a party, a code that is not in the list, or what has just been done. */
type Shown =
  | { what: "party"; party: ListedParty; at: number }
  | { what: "unlisted"; code: string; at: number }
  | { what: "no-code"; at: number }
  | { what: "done"; people: number; marks: string[] };

/** The check-in of an event at a gate. It works on what the device has; the network only brings it up to date. */
export function CheckIn(props: CheckInProps) {
  const { day, gate, mayDecide, listAt, marksTo, walkInAt, exchangeAt } = props;
  const { t } = useWords();
  const state = useCheckIn({ eventId: day.eventId, gate, listAt, marksTo });
  const isKept = useKeptPage();
  const last = useRef<LastReading | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const answer = useRef<HTMLDivElement>(null);
  // Whoever reads a code looks at what it comes to, wherever the page was scrolled to.
  useEffect(() => {
    if (shown) answer.current?.scrollIntoView({ block: "start" });
  }, [shown]);
  const { list, isOnline, refresh } = state;
  const close = () => setShown(null);

  const read = useCallback(
    async (text: string) => {
      const at = Date.now();
      let reading = judgeReading(list, text, at, last.current);
      if (reading.kind === "again") return;
      last.current = { text, at };
      if (reading.kind === "unlisted") {
        setShown({ what: "unlisted", code: reading.text, at });
        // It may be newer than the list; whatever was read meanwhile comes first.
        const newer = await refresh();
        if (!newer || last.current?.at !== at) return;
        reading = judgeReading(newer, text, at, null);
      }
      if (reading.kind === "party" || reading.kind === "no-place") {
        setShown({ what: "party", party: reading.party, at });
      } else if (reading.kind === "no-code") setShown({ what: "no-code", at });
    },
    [list, refresh],
  );

  const mark = async (marks: NewMark[]) => {
    const made = await state.mark(marks);
    const came = made.filter(({ kind }) => kind === "in");
    const people = came.reduce((sum, each) => sum + Math.max(1, each.people), 0);
    if (came.length === 0) return;
    const done = { what: "done", people, marks: came.map(({ id }) => id) } as const;
    // It takes a moment to be written down; what was read meanwhile comes first.
    setShown((by) => (by === shown ? done : by));
  };
  const asOf = list ? new Date(list.asOf) : null;
  const openParty = (party: ListedParty) => setShown({ what: "party", party, at: Date.now() });
  return (
    <div className="grid gap-5">
      <StatusStrip state={state} />
      {list?.wait && <Undecided wait={list.wait} day={day} now={state.now} />}
      {state.isOver && (
        <Notice tone="refusal" title={t("attendance.over")}>
          {t("attendance.over.what", { count: state.unsent.length })}
        </Notice>
      )}
      {state.storage === "forgets" && (
        <Notice tone="refusal" title={t("attendance.device.forgets")} announce={false} />
      )}
      <div aria-live="polite" ref={answer} className="scroll-mt-32">
        {shown?.what === "party" && (
          <PartyPanel
            key={`${shown.party.id} ${shown.at}`}
            day={day}
            // What is read anew while it is open shows at once.
            party={list?.parties.find(({ id }) => id === shown.party.id) ?? shown.party}
            stays={state.stays}
            unchecked={uncheckedRules(asOf, isOnline, state.now)}
            mayDecide={mayDecide}
            onMark={(marks) => void mark(marks)}
            onClose={close}
            exchange={
              exchangeAt && isOnline ? { to: exchangeAt, onDone: () => void refresh() } : null
            }
          />
        )}
        {shown?.what === "unlisted" && (
          <UnlistedPanel
            key={shown.at}
            code={shown.code}
            listAsOf={asOf}
            isOnline={isOnline}
            onMark={(marks) => void mark(marks)}
            onClose={close}
          />
        )}
        {shown?.what === "no-code" && (
          <Notice tone="warn" title={t("attendance.noCode")}>
            {t("attendance.noCode.what")}
          </Notice>
        )}
        {shown?.what === "done" && (
          <Notice
            tone="ok"
            title={t("attendance.done", { count: shown.people })}
            action={
              <Button
                type="button"
                look="quiet"
                onClick={() => {
                  void state.mark(shown.marks.map((undoes) => ({ kind: "undo", undoes })));
                  close();
                }}
              >
                {t("attendance.undo")}
              </Button>
            }
          />
        )}
      </div>
      {shown === null && <p>{t("attendance.scan.how")}</p>}
      <ScanBox onRead={(text) => void read(text)} />
      {mayDecide && <NameSearch list={list} onFound={openParty} />}
      {walkInAt && isOnline && (
        <ButtonLink look="quiet" wide to={walkInAt}>
          {t("attendance.walkIn.open")}
        </ButtonLink>
      )}
      {shown?.what !== "unlisted" && (
        <Button
          type="button"
          look="bare"
          onClick={() => setShown({ what: "unlisted", code: "", at: Date.now() })}
        >
          {t("attendance.unlisted.open")}
        </Button>
      )}
      <div>
        {mayDecide && (
          <Disclosure summary={t("attendance.settle")}>
            <ToSettle
              list={list}
              stays={state.stays}
              onOpen={openParty}
              onMark={(marks) => void mark(marks)}
            />
          </Disclosure>
        )}
        <Disclosure summary={t("attendance.gates")}>
          <ul>
            {countOf(state.stays).gates.map((each) => (
              <li key={each.gate}>{t("attendance.gates.came", each)}</li>
            ))}
          </ul>
        </Disclosure>
        <Disclosure summary={t("attendance.unsent.title")}>
          <UnsentMarks
            eventId={day.eventId}
            unsent={state.unsent}
            onTakeOver={mayDecide ? (marks) => void state.takeOver(marks) : null}
          />
        </Disclosure>
        <Disclosure summary={t("attendance.device")}>
          <DeviceCheck state={state} isKept={isKept} />
        </Disclosure>
      </div>
    </div>
  );
}

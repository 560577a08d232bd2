import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { allMarks, type CheckInList } from "#app/modules/attendance/check-in-list.ts";
import { correctedTime } from "#app/modules/attendance/device-clock.ts";
import { freshMarks, type Saying } from "#app/modules/attendance/fresh-marks.ts";
import type { Mark } from "#app/modules/attendance/mark.ts";
import { type Stay, staysOf } from "#app/modules/attendance/presence.ts";
import {
  type DeviceStore,
  deviceName,
  deviceStore,
  type QueuedMark,
  unlessLate,
} from "./device-store.ts";
import { fetchList, sendMarks } from "./send-marks.ts";

/** A mark as a page makes it; the device adds who, when and where. */
export type NewMark = Saying;

export type CheckInState = {
  /** `keeps`: what is marked outlives the page. `forgets`: the browser keeps nothing. */
  storage: "opening" | "keeps" | "forgets";
  list: CheckInList | null;
  stays: Stay[];
  /** Marks that the club has not confirmed. */
  unsent: QueuedMark[];
  /** Whether the club answered last. */
  isOnline: boolean;
  /** The link or the session is over: nothing is sent any more. */
  isOver: boolean;
  /** The club's time, every few seconds: what is old is seen to become so. */
  now: Date;
  /** Resolves to those that are new: what this device said last, or is writing down, was pressed twice. */
  mark: (marks: readonly NewMark[]) => Promise<Mark[]>;
  /** Takes marks over that another device saved as a file. */
  takeOver: (marks: readonly Mark[]) => Promise<void>;
  refresh: () => Promise<CheckInList | null>;
};

/** How often a list is read anew while the page is in sight, and unsent marks are tried again. */
const EVERY_MS = 20_000;
const LIST_KEPT_DAYS = 2;

type Place = {
  eventId: number;
  gate: string;
  /** Null once the day is over: what was marked can still be sent. */
  listAt: string | null;
  marksTo: string;
};

/** The check-in of an event on this device: what it knows, what it marked, and what of that has arrived. */
export function useCheckIn({ eventId, gate, listAt, marksTo }: Place): CheckInState {
  const store = useRef<DeviceStore | null>(null);
  /** The list as it came last, for what is marked before it is shown. */
  const known = useRef<CheckInList | null>(null);
  const queue = useRef<QueuedMark[]>([]);
  /** Sent, and not yet in the list: they stay in sight until they are. */
  const sent = useRef<QueuedMark[]>([]);
  const sending = useRef(false);
  /** What is being written down, by what it says. */
  const writing = useRef(new Set<string>());
  const [storage, setStorage] = useState<CheckInState["storage"]>("opening");
  const [list, setList] = useState<CheckInList | null>(null);
  const [own, setOwn] = useState<{ unsent: QueuedMark[]; sent: QueuedMark[] }>({
    unsent: [],
    sent: [],
  });
  const [isOnline, setOnline] = useState(true);
  const [isOver, setOver] = useState(false);
  const [now, setNow] = useState(() => new Date());

  const showOwn = useCallback(
    () => setOwn({ unsent: [...queue.current], sent: [...sent.current] }),
    [],
  );

  /** Has the store do something; where it cannot, the page says that nothing is kept. */
  const keep = useCallback(async (work: (opened: DeviceStore) => Promise<void>) => {
    if (store.current) await work(store.current).catch(() => setStorage("forgets"));
  }, []);

  const refresh = useCallback(async () => {
    if (listAt === null) return null;
    const answer = await fetchList(listAt);
    setOnline(answer.ok || answer.trouble === "over");
    if (!answer.ok) {
      if (answer.trouble === "over") setOver(true);
      return null;
    }
    const listed = new Set(answer.list.marks.map(({ id }) => id));
    sent.current = sent.current.filter(({ id }) => !listed.has(id));
    setOver(false);
    known.current = answer.list;
    setNow(correctedTime(new Date(), answer.list));
    setList(answer.list);
    showOwn();
    await keep(async (opened) => {
      await opened.keepList(answer.list);
      // What could not be written down when it was marked may be now.
      await opened.queue(queue.current);
      setStorage("keeps");
    });
    return answer.list;
  }, [listAt, showOwn, keep]);

  const flush = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      while (queue.current.length > 0) {
        const batch = queue.current;
        const answer = await sendMarks(marksTo, batch);
        setOnline(answer.ok || answer.trouble === "over");
        if (!answer.ok) {
          if (answer.trouble === "over") setOver(true);
          return;
        }
        const arrived = new Set(answer.answers.map(({ id }) => id));
        if (arrived.size === 0) return;
        sent.current = [...sent.current, ...batch.filter(({ id }) => arrived.has(id))];
        queue.current = queue.current.filter(({ id }) => !arrived.has(id));
        showOwn();
        await keep((opened) => opened.unqueue([...arrived]));
      }
    } finally {
      sending.current = false;
    }
  }, [marksTo, showOwn, keep]);

  const enqueue = useCallback(
    async (marks: readonly QueuedMark[]) => {
      const waiting = new Set(queue.current.map(({ id }) => id));
      queue.current = [...queue.current, ...marks.filter(({ id }) => !waiting.has(id))];
      // Written down before it is shown or sent: a page that ends meanwhile has lost nothing that was to be seen.
      await keep((opened) => opened.queue(marks));
      showOwn();
      void flush().then(() => (queue.current.length === 0 ? refresh() : null));
    },
    [flush, refresh, showOwn, keep],
  );

  const mark = useCallback(
    async (marks: readonly NewMark[]) => {
      const unwritten = marks.filter((each) => !writing.current.has(saying(each)));
      for (const each of unwritten) writing.current.add(saying(each));
      const device = await deviceName();
      const marked = allMarks(known.current, [...sent.current, ...queue.current]);
      const made = freshMarks(unwritten, marked, device).map((given) => ({
        registrationId: null,
        personId: null,
        undoes: null,
        seen: "",
        people: 0,
        ...given,
        id: crypto.randomUUID(),
        at: correctedTime(new Date(), known.current).toISOString(),
        gate,
        device,
      }));
      await enqueue(made.map((each) => ({ ...each, eventId })));
      for (const each of unwritten) writing.current.delete(saying(each));
      return made;
    },
    [enqueue, eventId, gate],
  );

  const takeOver = useCallback(
    (marks: readonly Mark[]) => enqueue(marks.map((each) => ({ ...each, eventId }))),
    [enqueue, eventId],
  );

  useEffect(() => {
    let over = false;
    const open = async () => {
      const opened = await deviceStore();
      await opened.forgetListsBefore(new Date(Date.now() - LIST_KEPT_DAYS * 86_400_000));
      const [keptList, keptQueue] = await Promise.all([
        opened.readList(eventId),
        opened.readQueue(eventId),
      ]);
      if (over) return;
      store.current = opened;
      // Whoever was let in while it opened is kept as well.
      const marked = queue.current;
      queue.current = [...keptQueue, ...marked];
      known.current ??= keptList ?? null;
      setNow(correctedTime(new Date(), known.current));
      setList(known.current);
      showOwn();
      if (marked.length > 0) await opened.queue(marked);
      setStorage("keeps");
    };
    const begin = async () => {
      await unlessLate(open().catch(() => setStorage("forgets")));
      if (over) return;
      if (!store.current) setStorage("forgets");
      await flush();
      if (!over) await refresh();
    };
    void begin();
    const again = () => {
      setNow(correctedTime(new Date(), known.current));
      if (document.visibilityState === "visible") void flush().then(refresh);
    };
    const timer = setInterval(again, EVERY_MS);
    const cutOff = () => setOnline(false);
    addEventListener("online", again);
    addEventListener("offline", cutOff);
    document.addEventListener("visibilitychange", again);
    return () => {
      over = true;
      clearInterval(timer);
      removeEventListener("online", again);
      removeEventListener("offline", cutOff);
      document.removeEventListener("visibilitychange", again);
    };
  }, [eventId, flush, refresh, showOwn]);

  const wouldBeLost = storage !== "keeps" && own.unsent.length > 0;
  useEffect(() => {
    if (!wouldBeLost) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [wouldBeLost]);

  const stays = useMemo(() => staysOf(allMarks(list, [...own.sent, ...own.unsent])), [list, own]);
  return {
    storage,
    list,
    stays,
    unsent: own.unsent,
    isOnline,
    isOver,
    now,
    mark,
    takeOver,
    refresh,
  };
}

/** What a mark says: of whom, and that they came, left, or were marked by mistake. */
const saying = ({ kind, registrationId, personId, undoes, seen }: NewMark): string =>
  JSON.stringify([kind, registrationId, personId, undoes, seen]);

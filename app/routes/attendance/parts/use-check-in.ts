import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { allMarks, type CheckInList } from "#app/modules/attendance/check-in-list.ts";
import type { Mark } from "#app/modules/attendance/mark.ts";
import { type Stay, staysOf } from "#app/modules/attendance/presence.ts";
import { type DeviceStore, openDeviceStore, type QueuedMark } from "./device-store.ts";
import { fetchList, sendMarks } from "./send-marks.ts";

/** A mark as a page makes it; the device adds who, when and where. */
export type NewMark = Pick<Mark, "kind"> &
  Partial<Pick<Mark, "registrationId" | "personId" | "undoes" | "seen" | "people">>;

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
  /** The time, every few seconds: what is old is seen to become so. */
  now: Date;
  /** Resolves to those that are new: what is said again while it is being written down was pressed twice. */
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
  /** What the store calls this device; a name for the moment until it says, or where nothing is kept. */
  const device = useRef<string>("");
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

  const refresh = useCallback(async () => {
    if (listAt === null) return null;
    const answer = await fetchList(listAt);
    setNow(new Date());
    setOnline(answer.ok || answer.trouble === "over");
    if (!answer.ok) {
      if (answer.trouble === "over") setOver(true);
      return null;
    }
    const known = new Set(answer.list.marks.map(({ id }) => id));
    sent.current = sent.current.filter(({ id }) => !known.has(id));
    setOver(false);
    setList(answer.list);
    showOwn();
    await store.current?.keepList(answer.list).catch(() => {});
    return answer.list;
  }, [listAt, showOwn]);

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
        await store.current?.unqueue([...arrived]);
      }
    } finally {
      sending.current = false;
    }
  }, [marksTo, showOwn]);

  const enqueue = useCallback(
    async (marks: readonly QueuedMark[]) => {
      const known = new Set(queue.current.map(({ id }) => id));
      queue.current = [...queue.current, ...marks.filter(({ id }) => !known.has(id))];
      // Written down before it is shown or sent: a page that ends meanwhile has lost nothing that was to be seen.
      await store.current?.queue(marks).catch(() => setStorage("forgets"));
      showOwn();
      void flush().then(() => (queue.current.length === 0 ? refresh() : null));
    },
    [flush, refresh, showOwn],
  );

  const mark = useCallback(
    async (marks: readonly NewMark[]) => {
      device.current ||= crypto.randomUUID();
      const news = marks.filter((each) => !writing.current.has(saying(each)));
      const made = news.map((given) => ({
        registrationId: null,
        personId: null,
        undoes: null,
        seen: "",
        people: 0,
        ...given,
        id: crypto.randomUUID(),
        at: new Date().toISOString(),
        gate,
        device: device.current,
      }));
      for (const each of news) writing.current.add(saying(each));
      await enqueue(made.map((each) => ({ ...each, eventId })));
      for (const each of news) writing.current.delete(saying(each));
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
    const begin = async () => {
      try {
        const opened = await openDeviceStore();
        await opened.forgetListsBefore(new Date(Date.now() - LIST_KEPT_DAYS * 86_400_000));
        const [keptList, keptQueue] = await Promise.all([
          opened.readList(eventId),
          opened.readQueue(eventId),
        ]);
        if (over) return;
        store.current = opened;
        device.current = opened.device;
        // Whoever was let in while it opened is kept as well.
        const marked = queue.current;
        queue.current = [...keptQueue, ...marked];
        if (marked.length > 0) await opened.queue(marked);
        setList((known) => known ?? keptList ?? null);
        showOwn();
        setStorage("keeps");
      } catch {
        setStorage("forgets");
      }
      if (!over) await flush();
      if (!over) await refresh();
    };
    void begin();
    const again = () => {
      setNow(new Date());
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

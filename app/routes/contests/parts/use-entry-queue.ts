import { useCallback, useEffect, useRef, useState } from "react";
import {
  keepQueue,
  keyOfPhoto,
  type QueuedEntry,
  readQueue,
  sendEntry,
  sendPicture,
} from "./entry-queue.ts";

export type EntryQueue = {
  entries: QueuedEntry[];
  /** Whether the club answered last. */
  isOnline: boolean;
  /** Keys of entries whose picture is chosen and on its way. */
  sending: ReadonlySet<string>;
  /** Takes somebody, with a picture where there is one. */
  take: (
    entry: Pick<QueuedEntry, "personId" | "name" | "sheet" | "bracket">,
    file: File | null,
  ) => void;
  /** Takes many photos, each an entry of which is said later whose it is. */
  takeMany: (files: readonly File[]) => Promise<void>;
  /** Gives an entry its picture. */
  choose: (key: string, file: File) => void;
  /** Of who has an entry already: this picture goes to that one. */
  replace: (key: string) => void;
  /** Takes a line off the list: one that was refused, or is done. */
  forget: (key: string) => void;
};

const EVERY_MS = 15_000;

/** What a device took for a contest: sent at once where there is a network, and as soon as there is one. */
export function useEntryQueue(contestId: number, sendTo: string): EntryQueue {
  const queue = useRef<QueuedEntry[]>([]);
  const files = useRef(new Map<string, File>());
  const busy = useRef(false);
  const [entries, setEntries] = useState<QueuedEntry[]>([]);
  const [isOnline, setOnline] = useState(true);
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());

  const change = useCallback(
    (next: QueuedEntry[]) => {
      queue.current = next;
      keepQueue(contestId, next);
      setEntries(next);
      setSending(new Set(files.current.keys()));
    },
    [contestId],
  );
  const put = useCallback(
    (key: string, changes: Partial<QueuedEntry>) =>
      change(queue.current.map((each) => (each.key === key ? { ...each, ...changes } : each))),
    [change],
  );

  /** Sends what an entry still lacks. False where the club was not reached. */
  const send = useCallback(
    async (entry: QueuedEntry): Promise<boolean> => {
      let { entryId, hasPicture } = entry;
      if (entryId === null) {
        const answer = await sendEntry(sendTo, entry);
        if (!answer) return false;
        if (!answer.ok) {
          const { refusal, entryId: had = null, number = null } = answer;
          put(entry.key, {
            refusal,
            number,
            ...(refusal === "already-entered" && { entryId: had }),
          });
          return true;
        }
        if (answer.done !== "entered") return true;
        ({ entryId, hasPicture } = answer);
        put(entry.key, { entryId, hasPicture, number: answer.number });
      }
      const file = files.current.get(entry.key);
      if (!file) return true;
      if (hasPicture && entry.key.startsWith("photo:")) {
        files.current.delete(entry.key);
        put(entry.key, {});
        return true;
      }
      const answer = await sendPicture(sendTo, entryId, file);
      if (!answer || (!answer.ok && answer.refusal === "busy")) return false;
      files.current.delete(entry.key);
      put(entry.key, answer.ok ? { hasPicture: true, refusal: null } : { refusal: answer.refusal });
      return true;
    },
    [put, sendTo],
  );

  const flush = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      // The last stands first: what was taken first is sent first, so that numbers go on as the sheets lie.
      const waits = () =>
        queue.current.findLast(
          ({ key, entryId, refusal }) =>
            refusal === null && (entryId === null || files.current.has(key)),
        );
      for (let next = waits(); next; next = waits()) {
        const isReached = await send(next);
        setOnline(isReached);
        if (!isReached) return;
      }
    } finally {
      busy.current = false;
    }
  }, [send]);

  useEffect(() => {
    change(readQueue(contestId));
    const again = () => void flush();
    const cutOff = () => setOnline(false);
    again();
    const timer = setInterval(again, EVERY_MS);
    addEventListener("online", again);
    addEventListener("offline", cutOff);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
      removeEventListener("offline", cutOff);
    };
  }, [change, contestId, flush]);

  const add = (entry: QueuedEntry, file: File | null) => {
    if (file) files.current.set(entry.key, file);
    const others = queue.current.filter(({ key }) => key !== entry.key);
    const known = queue.current.find(({ key }) => key === entry.key);
    change([known ? { ...known, refusal: null } : entry, ...others]);
    void flush();
  };
  const blank = { entryId: null, number: null, hasPicture: false, refusal: null };
  return {
    ...{ entries, isOnline, sending },
    take: (entry, file) => add({ ...entry, ...blank, key: crypto.randomUUID() }, file),
    async takeMany(chosen) {
      for (const file of chosen) {
        const key = await keyOfPhoto(contestId, file);
        add({ ...blank, key, personId: null, name: file.name, sheet: "", bracket: "" }, file);
      }
    },
    choose(key, file) {
      files.current.set(key, file);
      put(key, { refusal: null });
      void flush();
    },
    replace(key) {
      put(key, { refusal: null });
      void flush();
    },
    forget(key) {
      files.current.delete(key);
      change(queue.current.filter((each) => each.key !== key));
    },
  };
}

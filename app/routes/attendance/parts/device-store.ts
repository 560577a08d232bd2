import type { CheckInList } from "#app/modules/attendance/check-in-list.ts";
import type { Mark } from "#app/modules/attendance/mark.ts";

/** A mark on this device that the club has not confirmed. */
export type QueuedMark = Mark & { eventId: number };

/**
 * What a device keeps for a day without a network: lists to go by, marks that wait to be sent, and the name that it
 * gave itself. A browser may throw it away, iOS more readily than others: see docs/decisions/check-in.md.
 */
export type DeviceStore = {
  device: string;
  readList: (eventId: number) => Promise<CheckInList | undefined>;
  keepList: (list: CheckInList) => Promise<void>;
  /** Throws lists away that arrived before a moment of the device's clock: they have served their time. */
  forgetListsBefore: (moment: Date) => Promise<void>;
  readQueue: (eventId: number) => Promise<QueuedMark[]>;
  /** Resolves once they are written down. */
  queue: (marks: readonly QueuedMark[]) => Promise<void>;
  unqueue: (ids: readonly string[]) => Promise<void>;
};

const NAME = "marque-check-in";
/** A store that has not opened by then may never do: another tab is in its way, or the browser has lost it. */
const OPENS_MS = 3_000;

let opening: Promise<DeviceStore> | undefined;
let naming: Promise<string> | undefined;

/** What this device keeps, opened once for a page. Rejects where the browser keeps nothing; may never resolve. */
export function deviceStore(): Promise<DeviceStore> {
  opening ??= openDeviceStore();
  return opening;
}

/**
 * What this device is called, by its store if that opens soon, and by a name for this page if not. Whichever it is, the
 * page has one: by two it would be two devices, and whoever is marked by two is told as doubled.
 */
export function deviceName(): Promise<string> {
  naming ??= unlessLate(deviceStore().then(({ device }) => device)).then(
    (name) => name ?? crypto.randomUUID(),
    () => crypto.randomUUID(),
  );
  return naming;
}

/** What the store is asked for while it opens; undefined where it takes too long. */
export const unlessLate = <T>(asked: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    asked,
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), OPENS_MS)),
  ]);

async function openDeviceStore(): Promise<DeviceStore> {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("lists", { keyPath: "eventId" });
    asked.result.createObjectStore("queue", { keyPath: "id" });
    asked.result.createObjectStore("device");
  };
  const base = await answered(asked);
  // A newer page, with another store, is not kept waiting by this one.
  base.onversionchange = () => base.close();

  async function write(store: string, work: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = base.transaction(store, "readwrite", { durability: "strict" });
    work(transaction.objectStore(store));
    // Nothing more is asked of it: it need not wait until the page is idle.
    transaction.commit();
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }
  const read = <T>(store: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    answered(work(base.transaction(store).objectStore(store)));

  const known = await read<string | undefined>("device", (store) => store.get("id"));
  const device = known ?? crypto.randomUUID();
  if (!known) await write("device", (store) => store.put(device, "id"));

  return {
    device,
    readList: (eventId) => read<CheckInList | undefined>("lists", (store) => store.get(eventId)),
    keepList: (list) => write("lists", (store) => store.put(list)),
    async forgetListsBefore(moment) {
      const lists = await read<CheckInList[]>("lists", (store) => store.getAll());
      const old = lists.filter(({ arrivedAt, asOf }) => new Date(arrivedAt ?? asOf) < moment);
      if (old.length === 0) return;
      await write("lists", (store) => {
        for (const { eventId } of old) store.delete(eventId);
      });
    },
    async readQueue(eventId) {
      const all = await read<QueuedMark[]>("queue", (store) => store.getAll());
      return all
        .filter((mark) => mark.eventId === eventId)
        .sort((a, b) => a.at.localeCompare(b.at));
    },
    queue: (marks) =>
      write("queue", (store) => {
        for (const mark of marks) store.put(mark);
      }),
    unqueue: (ids) =>
      write("queue", (store) => {
        for (const id of ids) store.delete(id);
      }),
  };
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

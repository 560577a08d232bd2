import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { type SendFailure, type SendingTo, sendPictures } from "./send-pictures.ts";

export type Sending = {
  /** How many files were chosen, and how many of them are there: sent now, or known from before. */
  files: number;
  there: number;
  known: number;
  bytes: number;
  bytesThere: number;
  /** Those on their way now, with the part of each that is there. */
  now: { name: string; part: number }[];
  failed: { file: File; why: SendFailure }[];
  isOver: boolean;
};

type Item = { file: File; there: number; state: "waits" | "sending" | "there" | SendFailure };

/** Tells of many small steps only so often. */
const TELL_MS = 200;

/**
 * Sends the pictures that are chosen, and says how far it is. Those chosen meanwhile join the line behind.
 *
 * @param to where, and how large a file may be.
 */
export function useSending({ at, mostBytes }: SendingTo) {
  const { revalidate } = useRevalidator();
  const items = useRef<Item[]>([]);
  const known = useRef(0);
  const runs = useRef(0);
  const [sending, setSending] = useState<Sending | null>(null);

  const show = useCallback(() => {
    const all = items.current;
    const of = (state: Item["state"]) => all.filter((item) => item.state === state);
    setSending({
      files: all.length,
      there: of("there").length,
      known: known.current,
      bytes: all.reduce((sum, { file }) => sum + file.size, 0),
      bytesThere: all.reduce((sum, { there }) => sum + there, 0),
      now: of("sending").map(({ file, there }) => ({ name: file.name, part: there / file.size })),
      failed: all.flatMap(({ file, state }) =>
        state === "waits" || state === "sending" || state === "there" ? [] : [{ file, why: state }],
      ),
      isOver: runs.current === 0,
    });
  }, []);

  const send = useCallback(
    async (files: readonly File[]) => {
      if (runs.current === 0) {
        items.current = [];
        known.current = 0;
      }
      const added = files.map((file): Item => ({ file, there: 0, state: "waits" }));
      items.current = [...items.current, ...added];
      runs.current++;
      show();
      const isTold = setInterval(show, TELL_MS);
      await sendPictures(files, { at, mostBytes }, (place, event) => {
        const item = added[place] as Item;
        item.state =
          event.what === "failed" ? event.why : event.what === "sending" ? "sending" : "there";
        if (event.what === "known") known.current++;
        item.there = event.what === "sending" ? event.bytes : item.file.size;
      }).catch(() => {
        for (const item of added) if (item.state === "waits") item.state = "connection";
      });
      clearInterval(isTold);
      runs.current--;
      show();
      revalidate();
    },
    [at, mostBytes, show, revalidate],
  );

  const isOver = sending?.isOver ?? true;
  useEffect(() => {
    if (isOver) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isOver]);

  return { sending, send };
}

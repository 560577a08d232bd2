import { useFetcher } from "@remix-run/react";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import type { TypedEvent } from "#app/modules/events/typed-event.ts";
import { typedEventOf } from "#app/modules/events/typed-event-form.ts";
import type { EventAnswer } from "./event-request.server.ts";

const REST_MS = 1_200;

interface Start {
  action: string;
  typed: TypedEvent;
  revision: number;
  /** Drafts are kept while they are typed; what holds is changed by a button alone. */
  keeps: boolean;
  /** Of the form sent by a button. */
  answer: EventAnswer | undefined;
}

/**
 * The form of an event on its page: its rows, and what of it is kept. It is sent when typing rests, never twice at
 * a time, so that nobody meets a conflict with themselves.
 */
export function useEventDraft({ action, typed: kept, revision: start, keeps, answer }: Start) {
  const fetcher = useFetcher<EventAnswer>();
  // What was changed is shown as it holds now: a question that was answered is retired, not gone.
  const isChanged = answer?.outcome === "changed" && start >= answer.revision;
  const [typed, setTyped] = useState(isChanged ? kept : (answer?.typed ?? kept));
  const [revision, setRevision] = useState(answer?.revision ?? start);
  const [isConflict, setConflict] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const form = useRef<HTMLFormElement | null>(null);
  const isWaiting = useRef(false);
  const sentBy = useRef<HTMLElement | null>(null);
  const isSending = fetcher.state !== "idle";
  const told = fetcher.data?.outcome === "saved" ? fetcher.data.revision : 0;
  // Until the form has the revision of what was kept last, what it sends would look like somebody else's.
  const isBusy = isSending || told > revision;

  const send = useCallback(() => {
    if (!form.current || !keeps || isConflict) return;
    const body = new FormData(form.current);
    body.set("intent", "autosave");
    body.set("revision", String(revision));
    fetcher.submit(body, { method: "post", action });
  }, [action, fetcher.submit, isConflict, keeps, revision]);

  const onTyped = useCallback((of: HTMLFormElement, isChoice = false) => {
    form.current = of;
    clearTimeout(timer.current);
    // Other fields follow from what is chosen: they are there at once.
    if (isChoice) setTyped(typedEventOf(new FormData(of)));
    timer.current = setTimeout(() => {
      setTyped(typedEventOf(new FormData(of)));
      isWaiting.current = true;
      // The effect below sends it, once nothing else is on its way.
      setTick((before) => before + 1);
    }, REST_MS);
  }, []);
  const [tick, setTick] = useState(0);

  useEffect(() => {
    const said = fetcher.data;
    if (isSending || !said) return;
    if (said.outcome === "saved") setRevision(said.revision);
    if (said.outcome === "conflict") setConflict(true);
  }, [fetcher.data, isSending]);

  useEffect(() => {
    if (answer?.revision === undefined) return;
    setRevision(answer.revision);
    setConflict(answer.outcome === "conflict");
  }, [answer]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a tick says that something waits to be sent
  useEffect(() => {
    if (isBusy) return;
    if (sentBy.current && form.current) {
      const by = sentBy.current;
      sentBy.current = null;
      form.current.requestSubmit(by);
    } else if (isWaiting.current) {
      isWaiting.current = false;
      send();
    }
  }, [isBusy, tick, send]);

  useEffect(() => () => clearTimeout(timer.current), []);

  /** A button pressed while typing is on its way to be kept waits for that. */
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    isWaiting.current = false;
    if (!isBusy) return;
    event.preventDefault();
    form.current = event.currentTarget;
    sentBy.current = (event.nativeEvent as SubmitEvent).submitter;
  };

  const savedAt = fetcher.data?.outcome === "saved" ? fetcher.data.savedAt : null;
  return {
    typed,
    revision,
    savedAt,
    isSending,
    isConflict,
    onTyped,
    onRows: setTyped,
    onSubmit,
  };
}

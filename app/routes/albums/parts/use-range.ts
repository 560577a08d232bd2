import { type MouseEvent, useCallback, useRef, useState } from "react";

/** Ticks of a form's pictures: how many there are, and with the shift key all from the last one to this one. */
export function useRange() {
  const box = useRef<HTMLUListElement>(null);
  const last = useRef<HTMLInputElement | null>(null);
  const [count, setCount] = useState(0);

  const boxes = useCallback(
    () => [...(box.current?.querySelectorAll<HTMLInputElement>("input[name=picture]") ?? [])],
    [],
  );
  const tell = useCallback(
    () => setCount(boxes().filter(({ checked }) => checked).length),
    [boxes],
  );

  const onClick = useCallback(
    (event: MouseEvent<HTMLInputElement>) => {
      const pressed = event.currentTarget;
      const all = boxes();
      const from = last.current ? all.indexOf(last.current) : -1;
      if (event.shiftKey && from >= 0) {
        const to = all.indexOf(pressed);
        for (const each of all.slice(Math.min(from, to), Math.max(from, to) + 1)) {
          each.checked = pressed.checked;
        }
      }
      last.current = pressed;
      tell();
    },
    [boxes, tell],
  );

  const tickAll = useCallback(
    (isOn: boolean) => {
      for (const each of boxes()) each.checked = isOn;
      last.current = null;
      tell();
    },
    [boxes, tell],
  );

  return { box, count, onClick, tickAll };
}

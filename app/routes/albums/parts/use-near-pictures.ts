import { type RefObject, useEffect, useRef } from "react";

/** How far ahead pictures are fetched once somebody scrolls: about a screen and a half of a phone. */
const AHEAD = "1200px 0px";

/**
 * Fetches the pictures of a list as they come near. Browsers that load lazily by themselves fetch some dozens of what
 * nobody looks at yet; here nothing below the screen is fetched before somebody scrolls.
 *
 * @param of changes with the list.
 */
export function useNearPictures(of: unknown): RefObject<HTMLUListElement> {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other pictures
  useEffect(() => {
    let observer: IntersectionObserver | undefined;
    const watch = (rootMargin: string) => {
      observer?.disconnect();
      const near = new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) {
            if (!isIntersecting) continue;
            near.unobserve(target);
            show(target);
          }
        },
        { rootMargin },
      );
      for (const item of list.current?.children ?? []) near.observe(item);
      observer = near;
    };
    const onScroll = () => watch(AHEAD);
    watch("0px");
    window.addEventListener("scroll", onScroll, { once: true, passive: true });
    return () => {
      window.removeEventListener("scroll", onScroll);
      observer?.disconnect();
    };
  }, [of]);
  return list;
}

function show(item: Element): void {
  const picture = item.querySelector<HTMLImageElement>("img[data-src]");
  if (!picture?.dataset.src) return;
  picture.src = picture.dataset.src;
  delete picture.dataset.src;
}

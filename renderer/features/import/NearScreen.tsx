import { type ReactNode, useEffect, useRef, useState } from 'react';

interface Props {
  /** About how high it is when filled, in CSS pixels. */
  readonly height: number;
  /** True for what is on the screen at once. */
  readonly isFirst: boolean;
  /** True where it must be filled wherever it is. */
  readonly isWanted?: boolean;
  /** A number that the box carries, for those who look for it. */
  readonly chunk?: number;
  readonly children: () => ReactNode;
}

/** A stretch of a long document or list: empty space of about its height until it comes near the screen. */
export function NearScreen({ height, isFirst, isWanted = false, chunk, children }: Props) {
  const [isNear, setNear] = useState(isFirst);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (box.current === null ? undefined : watch(box.current, setNear)), []);
  const isFilled = isNear || isWanted;
  return (
    <div ref={box} data-chunk={chunk} style={isFilled ? undefined : { height }}>
      {isFilled && children()}
    </div>
  );
}

const MARGIN = '1200px 0px';
const observers = new WeakMap<Element | Document, { observer: IntersectionObserver; listeners: Map<Element, (isNear: boolean) => void> }>();

/** One observer for each scrolling box: thousands of them would take seconds to set up. */
function watch(element: Element, listener: (isNear: boolean) => void): () => void {
  const root = element.closest('[data-scroller]');
  const at = root ?? document;
  let watched = observers.get(at);
  if (watched === undefined) {
    const listeners = new Map<Element, (isNear: boolean) => void>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
      },
      { root, rootMargin: MARGIN },
    );
    watched = { observer, listeners };
    observers.set(at, watched);
  }
  const { observer, listeners } = watched;
  listeners.set(element, listener);
  observer.observe(element);
  return () => {
    listeners.delete(element);
    observer.unobserve(element);
  };
}

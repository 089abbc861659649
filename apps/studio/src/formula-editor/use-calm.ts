// A text once nobody types: what is expensive looks at this one.
import { type RefObject, useEffect, useState } from 'react';

/**
 * The text as it was when it stood still for `pause` milliseconds after the last key, which may be well before it is drawn. One
 * that changes without a key is passed on at once.
 */
export function useCalm(text: string, lastKey: RefObject<number>, pause: number): string {
  const [calm, setCalm] = useState(text);
  useEffect(() => {
    const wait = lastKey.current + pause - performance.now();
    const timer = setTimeout(() => setCalm(text), Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [text, lastKey, pause]);
  return calm;
}

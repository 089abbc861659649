// What screen readers are told without the focus moving.
import { useUi } from './studio.ts';

export function LiveRegion() {
  const { text, assertive } = useUi((state) => state.announcement);
  return (
    <>
      <div className="tf-visually-hidden" aria-live="polite" role="status">
        {assertive ? '' : text}
      </div>
      <div className="tf-visually-hidden" aria-live="assertive" role="alert">
        {assertive ? text : ''}
      </div>
    </>
  );
}

// The selected node stands in the address, so that a link opens the same picture.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useStudio, useUi } from './studio.ts';
import { select } from './ui-store.ts';

/** Reads the address once, then writes it. */
export function useEditorAddress(): void {
  const { ui, document } = useStudio();
  const search = useSearch({ from: '/frame/flows/$id' });
  const navigate = useNavigate();
  const first = useRef(search.node);
  const only = useUi((state) => (state.selectedNodes.size === 1 ? [...state.selectedNodes][0] : undefined));
  useEffect(() => {
    const node = first.current;
    first.current = undefined;
    if (node !== undefined && document.getState().history?.present.nodes.some((each) => each.id === node) === true) select(ui, [node]);
  }, [ui, document]);
  useEffect(() => {
    if (first.current !== undefined) return;
    void navigate({ to: '.', search: only === undefined ? {} : { node: only }, replace: true });
  }, [only, navigate]);
}

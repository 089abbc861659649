// Opening and closing the test of a customer.
import { useCallback } from 'react';
import { useStudio } from '../app/studio.ts';

/** Puts a customer through the flow on the screen. */
export function useTestCustomer(): (key: string) => void {
  const { ui } = useStudio();
  return useCallback((key) => ui.setState({ dialog: 'test', testKey: key, sampleKey: key }), [ui]);
}

// The whole surface with its providers, in the language and appearance that are chosen.
import { localStorageColorSchemeManager, MantineProvider, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { theme, variables } from '../design/theme.ts';
import { ShortcutSheet } from '../keyboard/ShortcutSheet.tsx';
import { createStudioRouter } from './router.tsx';
import { type Studio, StudioContext, usePreferences } from './studio.ts';

interface Props {
  readonly studio: Studio;
  readonly words: i18n;
}

export function Surface({ studio, words }: Props) {
  const [router] = useState(createStudioRouter);
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } }));
  const [schemes] = useState(() => localStorageColorSchemeManager({ key: 'tierflow.scheme' }));
  return (
    <StudioContext.Provider value={studio}>
      <I18nextProvider i18n={words}>
        <QueryClientProvider client={queries}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={variables}
            colorSchemeManager={schemes}
            defaultColorScheme={studio.preferences.getState().theme}
          >
            <Chosen words={words} />
            <Notifications position="bottom-center" limit={3} />
            <RouterProvider router={router} />
            <ShortcutSheet />
          </MantineProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </StudioContext.Provider>
  );
}

/** Carries the choices over to the document: language at once and without a reload, appearance likewise. */
function Chosen({ words }: { readonly words: i18n }) {
  const language = usePreferences((state) => state.language);
  const scheme = usePreferences((state) => state.theme);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    document.documentElement.lang = language;
    void words.changeLanguage(language);
  }, [language, words]);
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme]);
  return null;
}

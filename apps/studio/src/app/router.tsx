// The addresses of the studio. Pages are loaded when they are first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Crashed, NotFound } from './Crashed.tsx';
import { Frame } from './Frame.tsx';

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Crashed });
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/flows' });
  },
});
const flows = createRoute({
  getParentRoute: () => frame,
  path: '/flows',
  component: lazyRouteComponent(() => import('./FlowsPage.tsx'), 'FlowsPage'),
});
const editor = createRoute({
  getParentRoute: () => frame,
  path: '/flows/$id',
  validateSearch: (search: Record<string, unknown>): { node?: string } =>
    typeof search['node'] === 'string' ? { node: search['node'] } : {},
  component: lazyRouteComponent(() => import('./EditorPage.tsx'), 'EditorPage'),
});
const data = createRoute({
  getParentRoute: () => frame,
  path: '/data',
  component: lazyRouteComponent(() => import('../import/data/DataPage.tsx'), 'DataPage'),
});
const importing = createRoute({
  getParentRoute: () => frame,
  path: '/data/import',
  component: lazyRouteComponent(() => import('../import/ImportPage.tsx'), 'ImportPage'),
});
const dataset = createRoute({
  getParentRoute: () => frame,
  path: '/data/$name',
  component: lazyRouteComponent(() => import('../import/data/DatasetPage.tsx'), 'DatasetPage'),
});

const runs = createRoute({
  getParentRoute: () => frame,
  path: '/runs',
  validateSearch: (search: Record<string, unknown>): { flow?: string } =>
    typeof search['flow'] === 'string' ? { flow: search['flow'] } : {},
  component: lazyRouteComponent(() => import('../runs/RunsPage.tsx'), 'RunsPage'),
});

const gallery = createRoute({
  getParentRoute: () => frame,
  path: '/templates',
  component: lazyRouteComponent(() => import('../templates/GalleryPage.tsx'), 'GalleryPage'),
});
const template = createRoute({
  getParentRoute: () => frame,
  path: '/templates/$id',
  component: lazyRouteComponent(() => import('../templates/TemplatePage.tsx'), 'TemplatePage'),
});
const playbooks = createRoute({
  getParentRoute: () => frame,
  path: '/playbooks',
  component: lazyRouteComponent(() => import('../templates/PlaybooksPage.tsx'), 'PlaybooksPage'),
});

const routeTree = root.addChildren([
  home,
  frame.addChildren([flows, editor, gallery, template, playbooks, data, importing, dataset, runs]),
]);

/** The router of the studio. */
export function createStudioRouter() {
  return createRouter({ routeTree, defaultPreload: 'intent' });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createStudioRouter>;
  }
}

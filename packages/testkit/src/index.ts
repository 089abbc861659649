/** Development-only tools of the workspace: the test browser. */
export { launchBrowser } from './browser/launch-browser.ts';

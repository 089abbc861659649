/** Development-only tools of the workspace: the test browser and a runtime to point it at. */
export { launchBrowser } from './browser/launch-browser.ts';
export { type RunningRuntime, type StartOptions, startRuntime } from './browser/start-runtime.ts';

/** Run as its own process: unpacks the packaged Chromium into the temporary folder that the environment names. */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();

// Jest globalSetup of the end-to-end tests: the shared PostgreSQL, and a Chromium that is ready before any worker asks.
import { locateChromium } from './locate-chromium.mjs';
import startPostgres from './start-postgres.mjs';

export default async function startBrowser() {
  await startPostgres();
  process.env.TEST_CHROMIUM ||= await locateChromium();
}

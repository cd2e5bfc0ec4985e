import type { Browser, BrowserContext, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { Ears } from '../ears.ts';
import type { Product } from '../product.ts';

/** Somebody with a browser of their own. */
export interface Person {
  login: string;
  context: BrowserContext;
  /** Where they work. */
  page: Page;
  ears: Ears;
  /** What went wrong in their browser: errors on the console, and requests that left for another place. */
  complaints: string[];
  /** Another tab. */
  tab: (path: string) => Promise<Page>;
}

const PATIENCE = 15_000;

/** A browser in Japanese, in Tokyo, not logged in yet. */
export async function visit(browser: Browser, product: Product, login: string, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ baseURL: product.address, locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  const origin = new URL(product.address);
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (host !== origin.host && !['data:', 'blob:'].includes(protocol)) complaints.push(`left for ${request.url()}`);
  });
  const watch = (page: Page): void => {
    page.on('console', (message) => { if (isComplaint(message)) complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`); });
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  };
  context.on('page', watch);
  const ears = new Ears(context);
  const page = await context.newPage();
  return {
    login, context, page, ears, complaints,
    tab: async (path) => {
      const other = await context.newPage();
      await other.goto(path);
      return other;
    },
  };
}

/** Logged in through the form, on the first screen of the role. */
export async function enter(browser: Browser, product: Product, login: string, options: BrowserContextOptions = {}): Promise<Person> {
  const person = await visit(browser, product, login, options);
  await person.page.goto('/');
  await logIn(person, product);
  return person;
}

/** Fills in the login form that is on the screen. */
export async function logIn({ page, login }: Person, product: Product): Promise<void> {
  await page.getByLabel('ログイン名').fill(login);
  await page.getByLabel('パスワード', { exact: true }).fill(product.account(login).password);
  await page.getByRole('button', { name: 'ログインする' }).click();
  // By its mark, not by its role: a card that lies open from the start hides the frame from those who listen.
  await page.getByTestId('me').waitFor();
}

/** A session that is not there yet is asked for at every first visit, with the workplace beside it, and the browser notes each 401. */
const isComplaint = (message: ConsoleMessage): boolean =>
  ['error', 'warning'].includes(message.type()) && !(/\/api\/(session|workplace)$/.test(message.location().url) && message.text().includes('401'));

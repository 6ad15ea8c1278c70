import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test as base } from '@playwright/test';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kilobyte = 1024;

/** A person with a browser; every page they open is weighed, and judged by axe. */
export interface Reader {
  readonly page: Page;
  readonly open: (path: string) => Promise<void>;
  /** Judges the page as it stands: after a form was sent, say. */
  readonly judge: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Kind {
  readonly script: boolean;
  readonly width?: number;
  /** The name of a trial person, to be signed in as. */
  readonly as?: string;
}

export const test = base.extend<{ reader: (kind: Kind) => Promise<Reader> }>({
  reader: async ({ browser }, use) => {
    const readers: Reader[] = [];
    await use(async (kind) => {
      const reader = await newReader(browser, kind);
      readers.push(reader);
      return reader;
    });
    for (const reader of readers) await reader.close();
  },
});

export { expect };

export function address(path: string): string {
  return `${process.env['MMC_ADDRESS']}${path}`;
}

async function newReader(browser: Browser, kind: Kind): Promise<Reader> {
  const context = await browser.newContext({
    javaScriptEnabled: kind.script,
    viewport: { width: kind.width ?? 1280, height: 800 },
    // A page fading in would be judged by its half-drawn colours.
    reducedMotion: 'reduce',
    ...(kind.as ? { storageState: await signedIn(browser, kind.as) } : {}),
  });
  const page = await context.newPage();
  const reader: Reader = {
    page,
    open: async (path) => {
      const weight = await weigh(page, () => page.goto(address(path)));
      expect(weight.html, `HTML of ${path}`).toBeLessThanOrEqual(14 * kilobyte);
      expect(weight.total, `all of ${path}`).toBeLessThanOrEqual(30 * kilobyte);
      expect(weight.requests, `requests of ${path}`).toBeLessThanOrEqual(3);
      expect(weight.elsewhere, `other hosts of ${path}`).toEqual([]);
      await reader.judge();
    },
    judge: async () => expect(await barriers(page, kind.script)).toEqual([]),
    close: () => context.close(),
  };
  return reader;
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Kept on disk: the runner starts a new process after a failure, and a link opens only once. */
function sessionFile(name: string): string {
  return path.join(process.env['MMC_SESSIONS'] ?? '', `${name.replaceAll(/\W+/g, '-')}.json`);
}

/** Uses the one-time link once; later readers of the same name share the session. */
async function signedIn(browser: Browser, name: string): Promise<State> {
  if (existsSync(sessionFile(name))) return JSON.parse(readFileSync(sessionFile(name), 'utf8')) as State;
  const links = JSON.parse(process.env['MMC_LINKS'] ?? '{}') as Record<string, string>;
  const link = links[name];
  if (!link)
    throw new Error(`There is no trial person "${name}"; there are ${Object.keys(links).join(', ')}`);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page).not.toHaveURL(/sign-in/);
  const state = await context.storageState();
  await context.close();
  writeFileSync(sessionFile(name), JSON.stringify(state));
  return state;
}

interface Weight {
  readonly html: number;
  readonly total: number;
  readonly requests: number;
  readonly elsewhere: readonly string[];
}

/** Bytes over the wire, compressed, as an empty cache would fetch them. */
async function weigh(page: Page, go: () => Promise<unknown>): Promise<Weight> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const sizes = new Map<string, number>();
  const urls = new Map<string, string>();
  client.on('Network.requestWillBeSent', ({ requestId, request }) => void urls.set(requestId, request.url));
  client.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) => void sizes.set(requestId, encodedDataLength),
  );
  await go();
  await page.waitForLoadState('networkidle');
  await client.detach();
  const requests = [...urls].filter(([, url]) => url.startsWith('http') && !url.includes('/assets/icon'));
  const document = requests.find(([, url]) => !url.includes('/assets/'))?.[0] ?? '';
  return {
    html: sizes.get(document) ?? 0,
    total: requests.reduce((sum, [id]) => sum + (sizes.get(id) ?? 0), 0),
    requests: requests.length,
    elsewhere: requests.map(([, url]) => url).filter((url) => !url.startsWith(address('/'))),
  };
}

/** What axe finds wrong. Pages without script are judged through the browser's own debugger, which may run it. */
async function barriers(page: Page, script: boolean): Promise<string[]> {
  if (!script) return await barriersWithoutScript(page);
  await page.evaluate(axeSource);
  return await page.evaluate(runAxe);
}

async function barriersWithoutScript(page: Page): Promise<string[]> {
  const copy = await page
    .context()
    .browser()
    ?.newContext({
      viewport: page.viewportSize() ?? { width: 1280, height: 800 },
      bypassCSP: true,
      reducedMotion: 'reduce',
    });
  if (!copy) throw new Error('the browser is gone');
  try {
    const judge = await copy.newPage();
    const html = await page.content();
    const styles = await page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
      .catch(() => []);
    await judge.route('**/*', async (route) => {
      const url = route.request().url();
      if (url === page.url()) await route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
      else if (styles.length === 0 || url.includes('/assets/')) await route.continue();
      else await route.abort();
    });
    await judge.goto(page.url());
    await judge.evaluate(axeSource);
    return await judge.evaluate(runAxe);
  } finally {
    await copy.close();
  }
}

async function runAxe(): Promise<string[]> {
  const { axe } = globalThis as unknown as {
    axe: {
      run(): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>;
    };
  };
  const { violations } = await axe.run();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
  );
}

import { chromium } from '@playwright/test';

export interface PageWeight {
  readonly path: string;
  readonly htmlBytes: number;
  readonly totalBytes: number;
  readonly requests: number;
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

/** Each page as a new visitor's browser fetches it: compressed bytes over the wire, the tab's icon left out as browsers do. */
export async function weighPages(address: string, paths: readonly string[]): Promise<PageWeight[]> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args,
  });
  try {
    const weights: PageWeight[] = [];
    for (const path of paths) {
      const page = await browser.newPage();
      const client = await page.context().newCDPSession(page);
      await client.send('Network.enable');
      const urls = new Map<string, string>();
      const sizes = new Map<string, number>();
      client.on(
        'Network.requestWillBeSent',
        ({ requestId, request }) => void urls.set(requestId, request.url),
      );
      client.on(
        'Network.loadingFinished',
        ({ requestId, encodedDataLength }) => void sizes.set(requestId, encodedDataLength),
      );
      await page.goto(address + path, { waitUntil: 'networkidle' });
      const counted = [...urls].filter(([, url]) => url.startsWith('http') && !url.includes('/assets/icon'));
      const document = counted.find(([, url]) => !url.includes('/assets/'))?.[0] ?? '';
      weights.push({
        path,
        htmlBytes: sizes.get(document) ?? 0,
        totalBytes: counted.reduce((sum, [id]) => sum + (sizes.get(id) ?? 0), 0),
        requests: counted.length,
      });
      await page.close();
    }
    return weights;
  } finally {
    await browser.close();
  }
}

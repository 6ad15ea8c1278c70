import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayReach, postJson } from './outbound.ts';

let server: http.Server;
let base = '';
beforeAll(async () => {
  server = http.createServer((request, response) => {
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/' }).end();
    else if (request.url === '/page') response.end('<p>hello</p>');
    else if (request.url === '/long') response.end(`"${'x'.repeat(5000)}"`);
    else request.pipe(response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('speaking to a service outside', () => {
  it('brings its answer back', async () => {
    expect(await postJson({ url: `${base}/`, body: { q: ['é'] } })).toEqual({ q: ['é'] });
  });

  it.each([
    ['/elsewhere', 'answered 302'],
    ['/page', 'not answer with JSON'],
    ['/long', 'too long'],
  ])('takes no redirect, no page and no endless answer: %s', async (path, why) => {
    await expect(postJson({ url: base + path, body: {}, mostBytes: 4000 })).rejects.toThrow(why);
  });

  it.each([
    'http://10.0.0.7/',
    'http://169.254.169.254/latest',
    'http://[fe80::1]/',
    'http://[::ffff:192.168.0.1]/',
    'http://0.0.0.0/',
  ])('never reaches into a network: %s', async (url) => {
    await expect(postJson({ url, body: {}, timeoutMs: 500 })).rejects.toThrow('inside a network');
  });

  it('judges addresses by what they are, not by how they are written', () => {
    expect(['8.8.8.8', '2001:4860:4860::8888', '127.0.0.1', '::1'].map(mayReach)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['::ffff:10.1.1.1', '100.64.0.1', 'fd00::1', 'not an address'].map(mayReach)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

import { randomBytes } from 'node:crypto';

/** A mail for tests, as it comes over the wire. */
export function aMail(over: { headers?: Record<string, string>; body?: string | Buffer } = {}): Buffer {
  const headers = {
    From: 'Trial contact <clerk@kenema.example>',
    To: 'desk@mmc.example',
    Subject: 'Rooms for newcomers',
    'Message-ID': `<${randomBytes(8).toString('hex')}@kenema.example>`,
    Date: 'Sat, 21 Nov 2026 10:00:00 +0000',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...over.headers,
  };
  const head = Object.entries(headers)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const body = over.body ?? 'How do other cities find rooms?\r\n';
  return Buffer.concat([Buffer.from(`${head}\r\n`), typeof body === 'string' ? Buffer.from(body) : body]);
}

/** A mail of several parts; contents go as base64. */
export function aMailWith(
  parts: readonly { type: string; name?: string; content: string | Buffer }[],
  headers: Record<string, string> = {},
): Buffer {
  const body = parts.map(({ type, name, content }) =>
    [
      '--edge',
      `Content-Type: ${type}${name ? `; name="${name}"` : ''}`,
      ...(name ? [`Content-Disposition: attachment; filename="${name}"`] : []),
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    ].join('\r\n'),
  );
  return aMail({
    headers: { 'Content-Type': 'multipart/mixed; boundary="edge"', ...headers },
    body: `${body.join('\r\n')}\r\n--edge--\r\n`,
  });
}

/** Kinds of oddness, each made anew from a number so that a run can be repeated. */
export const oddities: readonly ((n: number) => Buffer)[] = [
  (n) => aMail({ headers: { From: `City ${n} <c${n}@city.example>`, Subject: `Plain ${n}` } }),
  (n) => randomLike(n, 2000),
  (n) => aMail({ body: randomLike(n, 3000) }),
  (n) => aMail({ headers: { From: '', Subject: `No sender ${n}` } }),
  (n) => aMail({ headers: { From: `"a\\" <x@y>" <<>> broken${n}`, 'Message-ID': '' } }),
  (n) =>
    aMail({
      headers: {
        From: `c${n}@city.example`,
        Subject: `=?utf-8?B?2YXYr9mK2YbYqQ==?= =?bogus-8?Q?x=ZZ?= ${n}`,
      },
    }),
  (n) =>
    aMail({
      headers: { From: `c${n}@city.example`, Subject: `Inject${n}\r\n Bcc: all@city.example\r\n\tX: y` },
    }),
  (n) =>
    aMail({
      headers: { From: `c${n}@city.example`, 'Content-Type': 'text/plain; charset=windows-1256' },
      body: Buffer.from('c7e1e3cfedfac9', 'hex'),
    }),
  (n) =>
    aMail({
      headers: { From: `c${n}@city.example`, 'Content-Type': 'text/plain; charset=x-no-such' },
      body: Buffer.alloc(400, 0xe9),
    }),
  (n) =>
    aMail({
      headers: { From: `c${n}@city.example`, 'Content-Type': 'multipart/mixed; boundary="gone"' },
      body: `no boundary ${n}`,
    }),
  (n) =>
    aMail({
      headers: { From: `c${n}@city.example`, 'Content-Type': 'multipart/mixed; boundary=""' },
      body: '--\r\n\r\nx\r\n----',
    }),
  (n) => nested(n % 90),
  (n) =>
    aMailWith([{ type: 'application/ms-tnef', name: 'winmail.dat', content: randomLike(n, 500) }], {
      From: `c${n}@city.example`,
    }),
  (n) =>
    aMailWith(
      [
        { type: 'text/plain', content: `See the file ${n}` },
        { type: 'application/pdf', name: `../../etc/pass${n}\u202efdp.exe`, content: '%PDF-1.7\n' },
      ],
      { From: `c${n}@city.example` },
    ),
  (n) =>
    aMailWith(
      [
        { type: 'text/plain', content: `Look ${n}` },
        {
          type: 'image/png',
          name: 'virus.png',
          content: Buffer.concat([Buffer.from('MZ'), randomLike(n, 300)]),
        },
      ],
      { From: `c${n}@city.example` },
    ),
  (n) => aMail({ headers: { From: `c${n}@city.example`, 'Auto-Submitted': 'auto-replied' } }),
  (n) => aMail({ headers: { From: `c${n}@city.example`, 'Return-Path': '<>' } }),
  (n) => aMail({ headers: { From: `c${n}@city.example`, Precedence: 'bulk' } }),
  (n) => aMail({ headers: { From: `c${n}@city.example`, 'Message-ID': `<${n}@127.0.0.1>` } }),
  (n) =>
    aMail({
      headers: {
        From: `c${n}@city.example`,
        References: Array.from({ length: 500 }, (_, i) => `<${n}-${i}@x.example>`).join(' '),
      },
    }),
  (n) => aMail({ headers: { From: `c${n}@city.example`, 'X-Long': 'x'.repeat(20_000 + n) } }),
  (n) =>
    aMail({
      headers: { From: `c${n}@city.example` },
      body: `NUL \0 and lone \ud800 and ${'é'.repeat(n % 50)}`,
    }),
  (n) =>
    aMail({
      headers: { From: `c${n}@city.example`, 'Content-Type': 'text/html' },
      body: `<p>Hello <b>${n}</b></p><script>alert(1)</script><style>p{}</style>`,
    }),
  (n) =>
    aMail({
      headers: { From: `c${n}@city.example`, 'Content-Transfer-Encoding': 'base64' },
      body: '@@@ not base64 @@@',
    }),
  (n) => aMail({ headers: { From: `c${n}@city.example` }, body: '' }),
  (n) => Buffer.from(`From c${n}@city.example\nsubject only\n\n\n`),
  (n) =>
    aMail({
      headers: {
        From: `clerk@kenema.example`,
        Subject: `Re: [MMC-2026-0001] ${n}`,
        'In-Reply-To': '<none@none>',
      },
    }),
];

function nested(depth: number): Buffer {
  let inner = 'Content-Type: text/plain\r\n\r\ndeep';
  for (let level = depth; level > 0; level--)
    inner = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${inner}\r\n--b${level}--`;
  return Buffer.from(`From: deep${depth}@city.example\r\nSubject: deep\r\nMIME-Version: 1.0\r\n${inner}\r\n`);
}

/** Bytes that look random and are the same each time. */
function randomLike(seed: number, length: number): Buffer {
  let state = seed * 2654435761 + 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    }),
  );
}

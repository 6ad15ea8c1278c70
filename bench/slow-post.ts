import { connect } from 'node:net';

export interface Posted {
  readonly status: number;
  readonly location: string;
  /** From the first byte sent to the head of the answer. */
  readonly milliseconds: number;
}

interface Wish {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  readonly form: Readonly<Record<string, string>>;
  /** Bytes a second of the line, both ways; undefined for a line as fast as it goes. */
  readonly bytesPerSecond?: number | undefined;
  /** Break off after half of the body: nobody answers. */
  readonly cut?: boolean;
}

const pieceBytes = 96;

/** A form posted over a socket of our own, piece by piece as a thin line carries it. Undefined when it was cut. */
export async function slowPost(wish: Wish): Promise<Posted | undefined> {
  const body = new URLSearchParams(wish.form).toString();
  const origin = `http://127.0.0.1:${wish.port}`;
  const head =
    `POST ${wish.path} HTTP/1.1\r\nhost: 127.0.0.1:${wish.port}\r\norigin: ${origin}\r\ncookie: ${wish.cookie}\r\n` +
    'content-type: application/x-www-form-urlencoded\r\naccept-encoding: gzip\r\nconnection: close\r\n' +
    `user-agent: Mozilla/5.0 (Linux; Android 13) rush\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const whole = Buffer.from(head + body);
  const bytes = wish.cut ? whole.subarray(0, Buffer.byteLength(head) + Math.floor(body.length / 2)) : whole;
  const socket = connect(wish.port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const began = performance.now();
  const answer = new Promise<string>((resolve, reject) => {
    let got = '';
    socket.on('data', (part: Buffer) => {
      got += part.toString('latin1');
    });
    socket.on('end', () => resolve(got));
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
  });
  answer.catch(() => undefined);
  for (let at = 0; at < bytes.length; at += wish.bytesPerSecond ? pieceBytes : bytes.length) {
    socket.write(bytes.subarray(at, wish.bytesPerSecond ? at + pieceBytes : undefined));
    if (wish.bytesPerSecond)
      await new Promise((resolve) => setTimeout(resolve, (pieceBytes / (wish.bytesPerSecond ?? 1)) * 1000));
  }
  if (wish.cut) {
    socket.destroy();
    return undefined;
  }
  const text = await answer;
  // The answer crawls back over the same line.
  const back = wish.bytesPerSecond ? (Buffer.byteLength(text, 'latin1') / wish.bytesPerSecond) * 1000 : 0;
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? '0'),
    location: /^location: (.+?)\r?$/im.exec(text)?.[1] ?? '',
    milliseconds: performance.now() - began + back,
  };
}

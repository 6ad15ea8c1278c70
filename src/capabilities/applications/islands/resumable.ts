const pieceBytes = 128 * 1024;
const longestWaitMs = 30_000;

interface Told {
  readonly id?: string;
  readonly offset?: number;
  readonly why?: string;
}

/**
 * Sends a file in pieces, going on from where it stopped after every cut, also one of last week: the server knows it by its hash.
 * @returns why it was refused, as a sentence; undefined when it has arrived
 */
export async function sendFile(
  to: string,
  questionKey: string,
  file: File,
  say: (key: 'sending' | 'paused' | 'arrived', percent?: number) => void,
): Promise<string | undefined> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const announced = JSON.stringify({ questionKey, name: file.name, bytes: file.size, sha256 });
  const json = { 'content-type': 'application/json' };
  const begun = await untilAnswered(() => fetch(to, { method: 'POST', headers: json, body: announced }), say);
  if (!begun.id) return begun.why ?? '';
  let offset = begun.offset ?? 0;
  while (offset < file.size) {
    say('sending', Math.floor((offset / file.size) * 100));
    const at = `${to}/${begun.id}`;
    const told = await untilAnswered(async (again) => {
      if (again)
        offset = Number((await fetch(at, { method: 'HEAD' })).headers.get('upload-offset') ?? offset);
      if (offset >= file.size) return Response.json({ offset });
      return await fetch(at, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
        body: file.slice(offset, offset + pieceBytes),
      });
    }, say);
    if (told.why !== undefined) return told.why;
    offset = told.offset ?? file.size;
  }
  say('arrived');
  return undefined;
}

/** Tries until somebody answers: a dead line is no answer, neither is a server that is starting. */
async function untilAnswered(
  send: (again: boolean) => Promise<Response>,
  say: (key: 'paused') => void,
): Promise<Told> {
  for (let waitMs = 1000, again = false; ; again = true, waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      const answer = await send(again);
      // The pieces did not join: ask where to go on.
      if (answer.status < 500 && !(answer.status === 409 && !again)) return (await answer.json()) as Told;
    } catch {
      say('paused');
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

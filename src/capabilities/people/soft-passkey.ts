import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Asked {
  readonly challenge: string;
  readonly origin: string;
  readonly party: string;
  /** What a thief with the bare device can do: present, but without finger, face or PIN. */
  readonly unverified?: boolean;
}

const userPresent = 0x01;
const userVerified = 0x04;
const hasCredential = 0x40;

/** A device that makes and uses one passkey, for tests: ES256, no attestation. */
export function softPasskey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
  let counter = 0;

  function clientWords(type: string, { challenge, origin }: Asked): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  function deviceWords(
    { party, unverified }: Asked,
    flags: number,
    rest: Uint8Array = Buffer.alloc(0),
  ): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    const said = userPresent | (unverified ? 0 : userVerified) | flags;
    return Buffer.concat([createHash('sha256').update(party).digest(), Buffer.from([said]), count, rest]);
  }

  return {
    id: id.toString('base64url'),

    /** The answer to a registration, as JSON. */
    make(asked: Asked): string {
      const jwk = publicKey.export({ format: 'jwk' });
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(Buffer.from(jwk.x ?? '', 'base64url'))],
        [-3, bytes(Buffer.from(jwk.y ?? '', 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]);
      const attested = new Map<string, string | Uint8Array | Map<string, never>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, never>()],
        ['authData', bytes(deviceWords(asked, hasCredential, credential))],
      ]);
      return answer(id, {
        clientDataJSON: clientWords('webauthn.create', asked).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attested)).toString('base64url'),
        transports: ['internal'],
      });
    },

    /** The answer to a sign-in, as JSON. */
    use(asked: Asked): string {
      const client = clientWords('webauthn.get', asked);
      const device = deviceWords(asked, 0);
      const signed = Buffer.concat([device, createHash('sha256').update(client).digest()]);
      return answer(id, {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: device.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      });
    },
  };
}

function bytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}

function answer(id: Buffer, response: object): string {
  const text = id.toString('base64url');
  return JSON.stringify({ id: text, rawId: text, type: 'public-key', clientExtensionResults: {}, response });
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Language, languages } from '../../../../kernel/language.ts';
import type { FormVersion } from '../../rules/form.ts';
import type { WindowTerms } from '../../rules/window-terms.ts';

/** What a form that is carried away needs to know. */
export interface ExportMeta {
  /** Empty for a blank form that belongs to no application. */
  readonly applicationId: string;
  readonly exportedAt: Date;
  /** `world.secrets.keyFor('application form exports')`. */
  readonly key: Uint8Array;
  readonly terms?: WindowTerms | undefined;
  /** Whose application in which window, in words. */
  readonly heading?: string | undefined;
}

const header = z.object({
  form: z.string(),
  version: z.number(),
  application: z.string(),
  language: z.enum(languages),
  at: z.string(),
});

/** What an exported form says about itself. */
export type ExportHeader = z.infer<typeof header>;

export function headerOf(form: FormVersion, language: Language, meta: ExportMeta): ExportHeader {
  return {
    form: form.id,
    version: form.version,
    application: meta.applicationId,
    language,
    at: meta.exportedAt.toISOString(),
  };
}

/** One word to carry in the file: the header, and an HMAC-SHA256 that only this platform can make. */
export function sealed(told: ExportHeader, key: Uint8Array): string {
  const body = Buffer.from(JSON.stringify(told)).toString('base64url');
  return `mmc1.${body}.${macOf(body, key)}`;
}

export type Unsealed = { readonly header: ExportHeader } | { readonly broken: 'missing' | 'altered' };

/** Finds the word anywhere in a text and opens it. */
export function unsealed(text: string, key: Uint8Array): Unsealed {
  const found = /mmc1\.([\w-]{20,2000})\.([\w-]{43})(?![\w-])/.exec(text);
  if (!found) return { broken: text.includes('mmc1.') ? 'altered' : 'missing' };
  const [, body = '', mac = ''] = found;
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(body, key)))) return { broken: 'altered' };
  const read = header.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return read.success ? { header: read.data } : { broken: 'altered' };
}

function macOf(body: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(body).digest('base64url');
}

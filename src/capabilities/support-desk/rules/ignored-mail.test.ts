import { describe, expect, it } from 'vitest';
import { type MailHead, mailsAnHour, whyIgnore } from './ignored-mail.ts';

const around = { ourHost: 'mmc.example', ourAddresses: ['desk@mmc.example'], lately: 0 };

function mail(headers: Record<string, string> = {}, over: Partial<MailHead> = {}): MailHead {
  return {
    headers: new Map(Object.entries(headers)),
    from: 'clerk@city.example',
    messageId: '<1@city.example>',
    subject: 'Housing',
    ...over,
  };
}

describe('a mail that no person wrote', () => {
  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'auto-reply'],
    [{ 'auto-submitted': ' Auto-Generated; x=y' }, 'auto-reply'],
    [{ 'x-auto-response-suppress': 'All' }, 'auto-reply'],
    [{ 'x-auto-response-suppress': 'DR, OOF, AutoReply' }, 'auto-reply'],
    [{ 'x-autoreply': 'yes' }, 'auto-reply'],
    [{ precedence: 'auto_reply' }, 'auto-reply'],
    [{ precedence: 'bulk' }, 'mailing-list'],
    [{ 'list-id': '<news.city.example>' }, 'mailing-list'],
    [{ 'return-path': '<>' }, 'bounce'],
    [{ 'content-type': 'multipart/report; report-type=delivery-status' }, 'bounce'],
    [{ 'x-mmc-loop': 'desk' }, 'our-own'],
  ] as const)('is known by %o', (headers, reason) => {
    expect(whyIgnore(mail(headers), around)).toBe(reason);
  });

  it('is known by its sender or its Message-ID', () => {
    expect(whyIgnore(mail({}, { from: 'Desk@MMC.example' }), around)).toBe('our-own');
    expect(whyIgnore(mail({}, { messageId: '<0190@mmc.example>' }), around)).toBe('our-own');
    expect(whyIgnore(mail({}, { from: 'MAILER-DAEMON@mx.example' }), around)).toBe('bounce');
  });

  it('is known by coming faster than people write', () => {
    expect(whyIgnore(mail(), { ...around, lately: mailsAnHour - 1 })).toBeUndefined();
    expect(whyIgnore(mail(), { ...around, lately: mailsAnHour })).toBe('too-many');
  });
});

describe('a mail that a person wrote', () => {
  it.each([
    {},
    { 'auto-submitted': 'no' },
    { 'x-auto-response-suppress': 'None' },
    { 'return-path': '<clerk@city.example>' },
    { precedence: 'first-class' },
  ])('is read in spite of %o', (headers) => {
    expect(whyIgnore(mail(headers), around)).toBeUndefined();
  });

  it('is read when it has no Message-ID and no sender we can name', () => {
    expect(whyIgnore(mail({}, { from: null, messageId: null }), around)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { claimsBankChange } from './bank-change.ts';

describe('the warning of a bank change', () => {
  it.each([
    ['New bank account', 'Please send the next tranche to our new account number below.'],
    ['Urgent', 'Our banking details have changed. Use the following from now on.'],
    ['Payment', 'Kindly replace the old one: IBAN GB33 BUKB 2020 1555 5555 55'],
    ['Virement', 'Nos coordonnées bancaires ont été modifiées, veuillez utiliser le nouveau RIB.'],
    ['', 'Le numéro de compte a CHANGÉ depuis hier.'],
    ['Pago', 'Hemos cambiado de cuenta bancaria.'],
    ['', 'Actualización: nuevos datos bancarios del municipio'],
    ['Pagamento', 'A nossa conta bancária mudou; seguem os novos dados bancários.'],
    ['تحديث', 'لقد تم تغيير الحساب البنكي للبلدية'],
    ['', 'رقم الحساب الجديد هو التالي'],
    ['', 'B\u200bank account ch\u200banged: see the bank account, which is new'],
  ])('comes for “%s” %s', (subject, body) => {
    expect(claimsBankChange(subject, body)).toBe(true);
  });

  it.each([
    ['Housing', 'We would like to change our housing rules. Whom can we ask?'],
    ['Funding', 'Can migrants open a bank account in your experience?'],
    ['Banque', 'La Banque mondiale nous soutient.'],
    ['Novo abrigo', 'Abrimos um novo centro de acolhimento.'],
    ['', 'نريد تحديث خطة السكن'],
    ['', ''],
  ])('does not come for “%s” %s', (subject, body) => {
    expect(claimsBankChange(subject, body)).toBe(false);
  });

  it('looks through a long mail without choking on it', () => {
    const long = 'a sentence about housing. '.repeat(20_000);
    const before = performance.now();
    expect(claimsBankChange('', long)).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(claimsBankChange('', `${'word '.repeat(5000)} our bank account has changed`)).toBe(true);
  });
});

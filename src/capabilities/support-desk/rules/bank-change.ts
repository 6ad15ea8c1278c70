/** Folded: no case, no accents, Arabic without vowel signs and with one form of alef, so that spelling does not hide a word. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u064b-\u0655\u0640\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[أإآ]/g, 'ا')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ');
}

/** Where money goes, in the words of the five languages. */
const account =
  /\b(?:bank(?:ing)? (?:account|details?|information|coordinates)|account (?:number|details)|beneficiary (?:account|bank)|iban|swift|bic|sort code|routing number|coordonnees bancaires|compte bancaire|\brib\b|releve d.identite bancaire|numero de compte|cuenta bancaria|datos bancarios|numero de cuenta|cuenta del beneficiario|conta bancaria|dados bancarios|numero da conta|conta do beneficiario)\b|(?:الحساب|حسابنا|حساب) (?:البنكي|المصرفي|بنكي|مصرفي)|(?:البيانات|المعلومات|التفاصيل) (?:البنكيه|المصرفيه|البنكية|المصرفية)|رقم الحساب|ايبان|السويفت/u;

/** That it is no longer the same. */
const changed =
  /\b(?:chang(?:e|ed|ing)|new|updat(?:e|ed)|different|replac(?:e|ed)|no longer|instead|from now on|modif\w+|nouveau|nouvelle|nouvelles|nouveaux|chang\w+|remplac\w+|desormais|mis(?:es?)? a jour|nuev[oa]s?|cambi\w+|actualiz\w+|reemplaz\w+|a partir de ahora|nov[oa]s?|mud\w+|alter\w+|atualiz\w+|substitu\w+|a partir de agora)\b|جديد|تغيير|تغير|غيرنا|تحديث|استبدال|بدلا من|من الان/u;

/** An account number itself: two letters, two digits, eleven signs or more. */
const iban = /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b/;

/**
 * Does this mail claim that payment details changed? Then people are warned to call back on a number they already have.
 * Better one warning too many: both an account and a change are named within a few lines, or an IBAN stands beside a change.
 */
export function claimsBankChange(subject: string, body: string): boolean {
  const text = fold(`${subject}\n${body}`).slice(0, 100_000);
  for (let start = 0; start < text.length; start += 400) {
    const window = text.slice(start, start + 800);
    if ((account.test(window) || iban.test(window)) && changed.test(window)) return true;
  }
  return false;
}

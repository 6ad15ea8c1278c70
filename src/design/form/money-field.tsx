import { useKitWords } from '../language-context.ts';
import { type FieldProps, FieldGroup } from './field.tsx';
import { useField } from './form-context.ts';

interface MoneyFieldProps extends FieldProps {
  /** Where the currency's code is sent; `<name>Currency` when not given. */
  readonly currencyName?: string | undefined;
  /** ISO 4217 codes to choose from; one is shown as fixed. */
  readonly currencies: readonly string[];
  readonly initial?: { readonly amount: string; readonly currency: string } | undefined;
}

/** An amount and its currency: never one without the other. */
export function MoneyField({ currencyName, currencies, initial, ...props }: MoneyFieldProps) {
  const t = useKitWords();
  const amount = useField(props.name, initial?.amount);
  const nameOfCurrency = currencyName ?? `${props.name}Currency`;
  const currency = useField(nameOfCurrency, initial?.currency ?? currencies[0]);
  const error = amount.error ?? currency.error;
  const codes = currencies.includes(currency.answer) ? currencies : [currency.answer, ...currencies];
  return (
    <FieldGroup {...props} state={{ ...amount, error }}>
      <span class="with-unit">
        {currencies.length === 1 ? (
          <>
            <input type="hidden" name={nameOfCurrency} value={currencies[0]} />
            <bdi>{currencies[0]}</bdi>
          </>
        ) : (
          <select id={currency.id} name={nameOfCurrency} aria-label={t('currency')} class="currency">
            {codes.map((code) => (
              <option key={code} selected={code === currency.answer}>
                {code}
              </option>
            ))}
          </select>
        )}
        <input
          id={amount.id}
          name={props.name}
          type="text"
          inputMode="decimal"
          dir="ltr"
          class="medium"
          value={amount.answer}
          aria-label={t('amount')}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? amount.errorId : undefined}
          required={!props.optional}
        />
      </span>
    </FieldGroup>
  );
}

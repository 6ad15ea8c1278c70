import { SubmitButton } from './button.tsx';
import { CityName } from './city-name.tsx';
import { FieldGroup, type FieldProps } from './form/field.tsx';
import { useField } from './form/form-context.ts';
import { Island } from './island.tsx';
import { useKitWords } from './language-context.ts';

export interface CityOption {
  readonly id: string;
  readonly name: string;
  readonly localName?: string | undefined;
  /** In the reader's language, with the province where namesakes need it. */
  readonly place: string;
  readonly population?: number | undefined;
}

interface CityPickerProps extends Omit<FieldProps, 'label'> {
  readonly label?: string | undefined;
  /** The city the stored or typed answer stands for. */
  readonly chosen?: CityOption | undefined;
  /** What a search without JavaScript has found, to choose from; undefined before any search. */
  readonly found?: readonly CityOption[] | undefined;
  /** Where the Search button posts the form: the page again, with `found`, all other answers kept. */
  readonly searchAction: string;
}

/**
 * Sends the city's id as `name`. Without JavaScript: type, search, pick one of the radios. The island turns the same box
 * into a list that follows typing, from `/api/v1/cities`. The typed words are sent as `<name>Search`.
 */
export function CityPicker({ label, chosen, found, searchAction, ...props }: CityPickerProps) {
  const t = useKitWords();
  const state = useField(props.name, chosen?.id);
  const typed = useField(`${props.name}Search`, chosen?.name);
  const options = found ?? (chosen ? [chosen] : []);
  return (
    <FieldGroup {...props} label={label ?? t('find-city')} hint={props.hint ?? t('city-hint')} state={state}>
      <Island
        is="city-typeahead"
        tells={{ name: props.name, some: t('cities-listed'), none: t('no-city-listed') }}
      >
        <span class="search-row">
          <input
            id={state.id}
            type="search"
            name={`${props.name}Search`}
            value={typed.answer}
            autocomplete="off"
            dir="auto"
            aria-label={label ?? t('find-city')}
            aria-describedby={state.error ? state.errorId : state.hintId}
          />
          <SubmitButton look="plain" formAction={searchAction}>
            {t('search')}
          </SubmitButton>
        </span>
        <div class="options">
          {found?.length === 0 && <p class="quiet">{t('no-city-found', { search: typed.answer })}</p>}
          {options.map((option, index) => (
            <Option
              key={option.id}
              option={option}
              name={props.name}
              id={`${state.id}-${index + 1}`}
              chosen={state.answer}
            />
          ))}
        </div>
      </Island>
    </FieldGroup>
  );
}

interface OptionProps {
  readonly option: CityOption;
  readonly name: string;
  readonly id: string;
  readonly chosen: string;
}

function Option({ option, name, id, chosen }: OptionProps) {
  const t = useKitWords();
  return (
    <div class="choice">
      <input type="radio" id={id} name={name} value={option.id} checked={option.id === chosen} />
      <label for={id}>
        <CityName name={option.name} localName={option.localName} country={option.place} />
        {option.population !== undefined && (
          <span class="quiet"> · {t('population', { n: option.population })}</span>
        )}
      </label>
    </div>
  );
}

import { useLanguage } from '../../../../design/language-context.ts';
import { parseCalendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { countryName, formatDate, formatNumber } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { readNumber } from '../../rules/amounts.ts';
import { isCountry } from '../../rules/countries.ts';
import type { Answer, Question } from '../../rules/form.ts';
import { isAnswered } from '../../rules/questions.ts';
import { said } from '../said.ts';
import type { ShownContext } from './answers-shown.tsx';
import { BudgetShown } from './budget-shown.tsx';
import { plainBudget } from './plain-budget.ts';
import { IndicatorsShown, TableShown } from './rows-shown.tsx';

interface AnswerTextProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly context: ShownContext;
}

/** One answer, to read. What is wrong is shown as it was typed. */
export function AnswerText({ question, answer, context }: AnswerTextProps) {
  const language = useLanguage();
  const t = words(language);
  if (!answer || !isAnswered(answer)) return <p class="quiet">{t('not-answered')}</p>;
  switch (answer.kind) {
    case 'text':
      return (
        <div class="prose" lang={context.language} dir="auto">
          {answer.text.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>
              {paragraph
                .split('\n')
                .flatMap((line, place) => (place === 0 ? [line] : [<br key={place} />, line]))}
            </p>
          ))}
        </div>
      );
    case 'city': {
      const city = context.cities?.[question.key];
      return <p>{city ? <bdi>{`${city.name}, ${city.place}`}</bdi> : <code>{answer.cityId}</code>}</p>;
    }
    case 'file':
      return (
        <ul>
          {answer.files.map((file) => (
            <li key={file.fileId}>
              <bdi>
                {context.fileHref ? <a href={context.fileHref(file.fileId)}>{file.name}</a> : file.name}
              </bdi>
            </li>
          ))}
        </ul>
      );
    case 'budget':
      return <BudgetShown budget={answer} terms={context.terms} />;
    case 'table':
      return question.kind === 'table' ? (
        <TableShown columns={question.columns} rows={answer.rows} caption={said(question.label, language)} />
      ) : null;
    case 'indicators':
      return <IndicatorsShown rows={answer.rows} caption={said(question.label, language)} />;
    case 'choice':
    case 'country':
    case 'date':
    case 'number':
    default:
      return (
        <p>
          <bdi>{plainAnswer(question, answer, language)}</bdi>
        </p>
      );
  }
}

/** A short answer in words; rows are told apart by line breaks and cells by bars, for comparing. */
export function plainAnswer(question: Question, answer: Answer | undefined, language: Language): string {
  if (!answer) return '';
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'choice': {
      const labels = new Map(
        question.kind === 'choice'
          ? question.choices.map(({ key, label }) => [key, said(label, language)])
          : [],
      );
      return answer.chosen.map((key) => labels.get(key) ?? key).join(language === 'ar' ? '، ' : ', ');
    }
    case 'number': {
      const value = question.kind === 'number' ? readNumber(answer.number, 15) : undefined;
      const unit = question.kind === 'number' ? said(question.unit, language) : '';
      return value === undefined
        ? answer.number
        : `${formatNumber(language, value, { maximumFractionDigits: 15 })} ${unit}`.trim();
    }
    case 'date': {
      const day = parseCalendarDate(answer.date);
      return day ? formatDate(language, day) : answer.date;
    }
    case 'country':
      return isCountry(answer.country) ? countryName(language, answer.country) : answer.country;
    case 'city':
      return answer.cityId;
    case 'file':
      return answer.files.map(({ name }) => name).join('\n');
    case 'table':
    case 'indicators':
      return answer.rows.map((row) => Object.values(row).join(' | ')).join('\n');
    case 'budget':
    default:
      return plainBudget(answer, language);
  }
}

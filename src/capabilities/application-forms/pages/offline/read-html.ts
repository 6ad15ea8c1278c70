import { Parser } from 'htmlparser2';
import type { Answer, FormVersion } from '../../rules/form.ts';
import { parsePosted } from '../../rules/posted.ts';
import { questionOfField, questionsOf } from '../../rules/questions.ts';
import type { Carried } from './read-back.ts';
import { staysOnline } from './carried.ts';

/** The answers in the fields of an HTML file, as the browser that saved it left them. Nothing of it is ever shown or run. */
export function readHtml(html: string, form: FormVersion): Carried {
  const { posted, seal } = fieldsIn(html);
  const names = new Set(Object.keys(posted).map(questionOfField));
  const found = form.sections.flatMap((section) => {
    const answers = parsePosted(section, posted);
    return section.questions
      .filter((question) => names.has(question.key) && !staysOnline(question))
      .map((question): [string, Answer | undefined] => [question.key, answers[question.key]]);
  });
  const online = new Set(
    questionsOf(form)
      .filter(staysOnline)
      .map(({ key }) => key),
  );
  return { found, keys: [...names].filter((key) => !online.has(key)), text: seal };
}

function fieldsIn(html: string): { posted: Record<string, string>; seal: string } {
  const posted: Record<string, string> = {};
  const seals: string[] = [];
  let area: { name: string; text: string } | undefined;
  let select: string | undefined;
  // A chosen option without a value stands for its text.
  let option: string | undefined;
  const add = (name: string, value: string) => {
    posted[name] = posted[name] === undefined ? value : `${posted[name]}\n${value}`;
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      const name = attributes['name'] ?? '';
      if (tag === 'meta' && name === 'mmc-form') seals.push(attributes['content'] ?? '');
      else if (tag === 'textarea' && name) area = { name, text: '' };
      else if (tag === 'select' && name) {
        select = name;
        posted[name] ??= '';
      } else if (tag === 'option' && select && 'selected' in attributes) {
        posted[select] = attributes['value'] ?? '';
        if (attributes['value'] === undefined) option = select;
      } else if (tag === 'input' && name) {
        const box = attributes['type'] === 'checkbox' || attributes['type'] === 'radio';
        if (!box || 'checked' in attributes) add(name, attributes['value'] ?? (box ? 'on' : ''));
      }
    },
    ontext(text) {
      if (area) area.text += text;
      if (option) posted[option] = `${posted[option] ?? ''}${text}`;
    },
    onclosetag(tag) {
      // A browser takes away one line break at the start of a text; the exporter adds one for it.
      if (tag === 'textarea' && area) {
        add(area.name, area.text.replaceAll('\r\n', '\n').replace(/^\n/, ''));
        area = undefined;
      }
      if (tag === 'option') option = undefined;
      if (tag === 'select') select = undefined;
    },
  });
  parser.write(html);
  parser.end();
  return { posted, seal: seals.join(' ') };
}

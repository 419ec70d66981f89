import { freeCode, hasOptions, type Question, withOptionMoved } from '#forum/survey/index.ts';
import { isWritten } from '#vocab/texts.ts';
import { textOf } from '../../../../forms.ts';
import { textsFrom } from '../../../texts-form.ts';

/** Rows for new options that a form has beneath those there are. */
export const NEW_OPTIONS = ['new1', 'new2', 'new3'] as const;

/** A question as it was typed; an option whose words were emptied in all languages is gone. `before` is the one that is kept. */
export function readQuestion(before: Question, form: FormData, draft: boolean): Question {
  const worded: Question = {
    ...before,
    wording: textsFrom(form, 'wording'),
    help: textsFrom(form, 'help'),
    options: before.options.map((option) => ({ ...option, label: textsFrom(form, `option.${option.code}`) })),
  };
  if (!draft) return worded;
  const options = worded.options
    .map((option) => ({ ...option, themes: themesFrom(form, option.code) }))
    .filter(({ label }) => isWritten(label));
  for (const name of hasOptions(before.kind) ? NEW_OPTIONS : []) {
    const label = textsFrom(form, `option.${name}`);
    if (!isWritten(label)) continue;
    const taken = [...before.options, ...options].map(({ code }) => code);
    options.push({ code: freeCode(taken, 'o'), label, themes: themesFrom(form, name) });
  }
  const most = Number(textOf(form, 'most'));
  const [from, to] = [Number(textOf(form, 'from')), Number(textOf(form, 'to'))];
  const question: Question = {
    ...worded,
    options,
    required: textOf(form, 'required') === 'yes',
    most: Number.isInteger(most) && most > 0 ? most : null,
    scale: before.kind !== 'rate' ? null : (readScale(from, to) ?? before.scale),
    condition: readCondition(form),
  };
  const [what = '', code = ''] = textOf(form, 'do').split(' ');
  return what === 'option-up' || what === 'option-down'
    ? withOptionMoved(question, code, what === 'option-up' ? -1 : 1)
    : question;
}

/** A scale of two numbers at least and eleven at most: 1 to 5, 0 to 10. */
function readScale(from: number, to: number): Question['scale'] {
  const good = Number.isInteger(from) && Number.isInteger(to) && Math.abs(from) <= 100 && to > from && to - from <= 10;
  return good ? { from, to } : null;
}

const themesFrom = (form: FormData, option: string): string[] => [
  ...new Set(
    form
      .getAll(`themes.${option}`)
      .map(String)
      .filter((code) => /^[a-z0-9-]{1,80}$/.test(code)),
  ),
];

/** "q2 o1" of each option that was ticked. Those of more than one question make a condition that is refused by name. */
function readCondition(form: FormData): Question['condition'] {
  const ticked = form.getAll('condition').map((value) => String(value).split(' '));
  const [first] = ticked;
  if (!first) return null;
  const one = ticked.every(([question]) => question === first[0]);
  return { question: one ? first[0]! : '', options: ticked.map(([, option = '']) => option) };
}

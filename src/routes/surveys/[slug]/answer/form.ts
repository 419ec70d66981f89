import { fieldsOf, questionsOf, type Survey } from '#forum/survey/index.ts';
import { textOf } from '../../../forms.ts';

/** What was sent of the page of answers. */
export function sentAnswers(survey: Survey, form: FormData) {
  const names = questionsOf(survey.content).flatMap(fieldsOf);
  return {
    base: Number(textOf(form, 'version')) || 0,
    fields: Object.fromEntries(
      names.map((name) => [name, form.getAll(name).map((value) => String(value).replaceAll('\0', ''))]),
    ),
    named: textOf(form, 'named') === 'yes',
    receivedFrom: textOf(form, 'receivedFrom').slice(0, 300),
  };
}

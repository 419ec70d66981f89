import type { Locale } from '#vocab/language.ts';
import { type MessageKey, translate } from '#platform/languages.ts';

/** What can be tried at once in a terminal, each with what it does: a test runs them as they stand. */
export function examplesOf(locale: Locale, origin: string): { text: string; command: string }[] {
  const curl = (path: string, lines: string[]) =>
    [`curl ${origin}/api/v1/drafts${path}`, '-H "Authorization: Bearer $TOKEN"', ...lines].join(' \\\n  ');
  const json = (value: unknown) => [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(value)}'`];
  const example = (key: MessageKey, command: string) => ({ text: translate(locale, key), command });
  return [
    example('api.example-begin', curl('', json({ title: 'Skills passport', countries: ['KE'], sdg: ['10.7'] }))),
    example(
      'api.example-change',
      curl('/$ID', ['-X PATCH', `-H 'If-Match: "1"'`, ...json({ owner: 'Ministry of Labour' })]),
    ),
    example('api.example-hand-in', curl('/$ID/turns', json({ turn: 'hand-in' }))),
  ];
}

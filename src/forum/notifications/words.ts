import { translate } from '#platform/languages.ts';
import { actorName } from '#forum/people/index.ts';
import type { Locale } from '#vocab/language.ts';
import type { News } from './actions.ts';

/** What somebody is told, in one sentence. Whoever did it is named; a role without a name stands in where nobody did. */
export function newsText({ kind, actor, title }: Pick<News, 'kind' | 'actor' | 'title'>, locale: Locale): string {
  const key = `desk.told-${kind.replace('practice.', 'practice-')}` as `desk.told-${KeyOf<News['kind']>}`;
  return translate(locale, key, {
    actor: actorName(locale, actor),
    title: title || translate(locale, 'desk.untitled'),
  });
}

/** A kind as it stands in the name of its message. */
type KeyOf<Kind extends string> = Kind extends `practice.${infer Change}` ? `practice-${Change}` : Kind;

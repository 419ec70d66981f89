import { PUBLICATION_FIELDS, PUBLICATION_LISTS, type PublicationForm } from '#forum/library/index.ts';
import { textsOf } from '../forms.ts';

/** What was typed and chosen of a publication, as a form sent it. */
export function publicationSent(data: FormData): PublicationForm {
  const [themes, languages] = PUBLICATION_LISTS.map((name) =>
    data.getAll(name).filter((value) => typeof value === 'string'),
  ) as [string[], string[]];
  return { ...textsOf(data, PUBLICATION_FIELDS), themes, languages };
}

/** A form parted into what is typed and what is chosen, as the fields take it. */
export function forFields({ themes, languages, ...typed }: PublicationForm): {
  typed: Record<string, string>;
  chosen: Record<string, string[]>;
} {
  return { typed, chosen: { themes, languages } };
}

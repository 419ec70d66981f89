import { countryName } from '#vocab/countries.ts';
import { regionName } from '#vocab/regions.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { themeLabel } from '#vocab/themes.ts';
import { CITATION_FORMATS, CITATION_TYPES, filePath, type Practice, practiceUrl } from '#forum/practices/index.ts';

/** A practice in the words of schema.org, as the text of a script element: nothing in it can end that element. */
export function structuredData(practice: Practice, origin: string): string {
  const { language, start, end, ongoing } = practice;
  const url = practiceUrl(practice, origin);
  const years = start !== null || end !== null ? `${start ?? '..'}/${ongoing ? '..' : (end ?? '..')}` : null;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': url,
    url,
    name: practice.title,
    ...(practice.summary !== '' && { abstract: practice.summary }),
    inLanguage: language,
    ...(Object.keys(practice.translations).length > 0 && {
      workTranslation: Object.entries(practice.translations).map(([inLanguage, { title, summary }]) => ({
        '@type': 'CreativeWork',
        inLanguage,
        ...(title !== '' && { name: title }),
        ...(summary !== '' && { abstract: summary }),
        url: `${origin}/${inLanguage}/practices/${encodeURIComponent(practice.slug)}`,
      })),
    }),
    ...(practice.owner !== '' && { maintainer: { '@type': 'Organization', name: practice.owner } }),
    ...(practice.kind !== null && { genre: practice.kind }),
    ...(years !== null && { temporalCoverage: years }),
    spatialCoverage: [
      ...practice.countries.map((code) => ({
        '@type': 'Country',
        name: countryName(code, language),
        identifier: code,
      })),
      ...practice.places.map((name) => ({ '@type': 'Place', name })),
      ...(practice.global ? [{ '@type': 'Place', name: regionName('001', language), identifier: '001' }] : []),
    ],
    about: [
      ...practice.sdg.map((code) => ({
        '@type': 'DefinedTerm',
        termCode: code,
        name: sdgLabel(code, language),
        url: `${origin}/sdgs/${code}`,
        inDefinedTermSet: 'https://sdgs.un.org/goals',
      })),
      ...practice.gcm.map((code) => ({
        '@type': 'DefinedTerm',
        termCode: `GCM ${code}`,
        url: `${origin}/gcm/${code}`,
      })),
    ],
    keywords: practice.themes.map((theme) => themeLabel(theme, language)),
    contributor: practice.partners.map((name) => ({ '@type': 'Organization', name })),
    ...(practice.links.length > 0 && { sameAs: practice.links }),
    ...(practice.evaluations.length > 0 && {
      subjectOf: practice.evaluations.map((address) => ({ '@type': 'Report', url: address })),
    }),
    ...(practice.attachments.length > 0 && {
      associatedMedia: practice.attachments.map((attachment) => ({
        '@type': 'MediaObject',
        name: attachment.caption || attachment.name,
        encodingFormat: attachment.type,
        contentUrl: origin + filePath(attachment),
      })),
    }),
    version: practice.version,
    dateCreated: practice.createdAt,
    dateModified: practice.updatedAt,
    publisher: { '@type': 'Organization', name: 'Common Space', url: origin },
  };
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Where programs find the practice, its references and its data (Signposting): the value of the header Link. */
export function signposts(practice: Practice, origin: string): string {
  const url = practiceUrl(practice, origin);
  const link = (target: string, relation: string, type?: string) =>
    `<${target}>; rel="${relation}"${type ? `; type="${type.split(';')[0]}"` : ''}`;
  return [
    link(url, 'cite-as'),
    link('https://schema.org/CreativeWork', 'type'),
    ...CITATION_FORMATS.map((format) => link(`${url}.${format}`, 'describedby', CITATION_TYPES[format])),
    link(`${origin}/api/v1/practices/${encodeURIComponent(practice.slug)}`, 'describedby', 'application/json'),
  ].join(', ');
}

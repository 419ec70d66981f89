import { directionOf, type Locale } from '#vocab/language.ts';
import { translate } from '../languages.ts';

/** What a mail says, in the language of who gets it. */
export interface Letter {
  subject: string;
  paragraphs: string[];
  /** The one thing to do: a button in HTML, an address on a line of its own in plain text. */
  way?: { label: string; href: string };
  /** Lists below it, each with a title; every line leads somewhere. */
  lists?: { title: string; lines: { text: string; href: string }[]; more?: string }[];
  /** Where its reader says how often such mail is to come; named in its headers too, so that mail programs offer it (RFC 2369). */
  preferences?: string;
  /** What stands below all: what to do if one did not expect this, how long the link holds. */
  after?: string[];
}

/** A letter as it is sent: the same in plain text and in HTML. */
export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
  preferences?: string | undefined;
}

/** Writes a letter as plain text and as simple HTML that reads from right to left where its language does. */
export function writeLetter(letter: Letter, locale: Locale): WrittenLetter {
  const { subject, paragraphs, way, lists = [], after = [], preferences } = letter;
  const closing = translate(locale, 'accounts.mail-closing');
  const text = [
    ...paragraphs,
    ...(way ? [`${translate(locale, 'site.label', { label: way.label })}\n${way.href}`] : []),
    ...lists.map(listAsText),
    ...after,
    `-- \n${closing}`,
  ];
  const html = [
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...(way ? [button(way), `<p dir="ltr" style="${SMALL}">${escaped(way.href)}</p>`] : []),
    ...lists.map(listAsHtml),
    ...after.map((paragraph) => `<p style="${SMALL}">${escaped(paragraph)}</p>`),
    `<p style="${SMALL}">${escaped(closing)}</p>`,
  ];
  const direction = directionOf(locale);
  return {
    subject: oneLine(subject),
    preferences,
    text: `${text.join('\n\n')}\n`,
    html:
      `<!doctype html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8"><title>${escaped(oneLine(subject))}</title></head>` +
      `<body dir="${direction}" style="${BODY}"><div style="max-width:36em">${html.join('\n')}</div></body></html>\n`,
  };
}

const BODY = 'margin:0;padding:24px;color:#181c1b;background:#fbfaf6;font:16px/1.6 system-ui,sans-serif;';
const SMALL = 'color:#4c5552;font-size:14px;overflow-wrap:anywhere;';
const BUTTON =
  'display:inline-block;padding:12px 24px;border-radius:6px;background:#0b5d5e;color:#fff;font-weight:600;text-decoration:none;';

const button = ({ label, href }: { label: string; href: string }) =>
  `<p><a href="${escaped(href)}" style="${BUTTON}">${escaped(label)}</a></p>`;

type List = NonNullable<Letter['lists']>[number];

const listAsText = ({ title, lines, more }: List) =>
  [title, ...lines.map(({ text, href }) => `- ${oneLine(text)}\n  ${href}`), ...(more ? [more] : [])].join('\n\n');

const listAsHtml = ({ title, lines, more }: List) =>
  `<h2 style="margin:24px 0 8px;font-size:18px">${escaped(title)}</h2><ul style="padding-inline-start:20px">${lines
    .map(({ text, href }) => `<li style="margin:8px 0"><a href="${escaped(href)}">${escaped(oneLine(text))}</a></li>`)
    .join('')}</ul>${more ? `<p>${escaped(more)}</p>` : ''}`;

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');

/** A text without line ends and other control characters, fit for a header. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

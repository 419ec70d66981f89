/** A film on another site. It is linked to, never embedded: nothing of it is loaded before somebody goes there. */
export interface VideoLink {
  /** Who shows it, by the name it goes by in every language. */
  host: string;
}

/** Sites that show films: their hosts, and how the path to one film looks. */
const SITES: { host: string; domains: readonly string[]; film: (url: URL) => boolean }[] = [
  {
    host: 'YouTube',
    domains: ['youtube.com', 'm.youtube.com', 'music.youtube.com', 'youtube-nocookie.com'],
    film: ({ pathname, searchParams }) =>
      pathname === '/watch'
        ? isYouTubeId(searchParams.get('v') ?? '')
        : isUnder(pathname, 'embed|shorts|live|v', isYouTubeId),
  },
  { host: 'YouTube', domains: ['youtu.be'], film: ({ pathname }) => isYouTubeId(pathname.slice(1)) },
  {
    host: 'Vimeo',
    domains: ['vimeo.com', 'player.vimeo.com'],
    film: ({ pathname }) => /\/\d{5,12}(\/|$)/.test(pathname),
  },
  {
    host: 'UN Web TV',
    domains: ['webtv.un.org', 'media.un.org'],
    film: ({ pathname }) => /^(\/[a-z]{2})?\/(webtv\/)?asset\/k[a-z0-9]+\/k[a-z0-9]+\/?$/i.test(pathname),
  },
  { host: 'Dailymotion', domains: ['dailymotion.com'], film: ({ pathname }) => isUnder(pathname, 'video', isWord) },
  { host: 'Dailymotion', domains: ['dai.ly'], film: ({ pathname }) => isWord(pathname.slice(1)) },
];

const isYouTubeId = (text: string) => /^[\w-]{11}$/.test(text);
const isWord = (text: string) => /^[a-z0-9]{5,20}$/i.test(text);
const isUnder = (path: string, folders: string, is: (name: string) => boolean) => {
  const [, name] = new RegExp(`^/(?:${folders})/([^/]+)/?$`).exec(path) ?? [];
  return name !== undefined && is(name);
};

/** Whether an address leads to a film, and on whose site; null where it does not, as far as the address tells. */
export function videoLink(address: string): VideoLink | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  const domain = url.hostname.replace(/^www\./, '');
  const site = SITES.find(({ domains, film }) => domains.includes(domain) && film(url));
  if (site) return { host: site.host };
  return /\.(mp4|m4v|webm|ogv|mov)$/i.test(url.pathname) ? { host: domain } : null;
}

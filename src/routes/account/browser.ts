import { translate } from '#platform/languages.ts';
import type { Locale } from '#vocab/language.ts';

/** In this order, for most browsers carry the names of others too. */
const BROWSERS = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrom(e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

/** A browser by what it says of itself, roughly: enough for its owner to know it again. */
export function browserName(userAgent: string, locale: Locale): string {
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent))?.[1];
  if (browser && system) return translate(locale, 'accounts.session-on', { browser, system });
  return browser ?? system ?? translate(locale, 'accounts.session-unknown');
}

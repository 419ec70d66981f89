import type { PasskeyEntry } from '#platform/accounts/passkey-store.ts';
import type { ServiceLink } from '#platform/accounts/service-links.ts';
import type { ServiceSettings } from '#platform/accounts/service-settings.ts';
import { translate } from '#platform/languages.ts';
import type { WayView } from '#ui/account-views.ts';
import type { Locale } from '#vocab/language.ts';
import { dateText } from '../views.ts';

/** Passkeys as their owner sees them: when each was added, and when last used. */
export function passkeyViews(passkeys: readonly PasskeyEntry[], locale: Locale): WayView[] {
  return passkeys.map(({ id, name, createdAt, lastUsedAt }) => {
    const since = translate(locale, 'accounts.passkey-since', { when: dateText(createdAt, locale) });
    const last = lastUsedAt
      ? translate(locale, 'accounts.passkey-last', { when: dateText(lastUsedAt, locale) })
      : translate(locale, 'accounts.passkey-never');
    return { id, name, about: `${since} · ${last}` };
  });
}

/** Linked institutions as their person sees them; one that the operator has taken out since goes by its id. */
export function linkViews(links: readonly ServiceLink[], known: readonly ServiceSettings[], locale: Locale): WayView[] {
  return links.map(({ id, service, createdAt }) => ({
    id,
    name: known.find((one) => one.id === service)?.name ?? service,
    about: translate(locale, 'accounts.service-since', { when: dateText(createdAt, locale) }),
  }));
}

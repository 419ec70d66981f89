import { linkAddress } from '#platform/accounts/letters.ts';
import { translate } from '#platform/languages.ts';
import type { Composer } from '#platform/mail/worker.ts';
import { dateFormat } from '#vocab/dates.ts';
import { countryName } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { mechanismName, MECHANISMS } from '#forum/people/index.ts';
import { invitationWith, makeSurveyLink, readableUntil } from './invitations.ts';
import type { Respondent, Survey } from './model.ts';
import { responseOf, responseWith } from './responses.ts';
import { surveyWith } from './store.ts';

/** A state or a mechanism in words. */
export function respondentName(locale: Locale, { kind, code }: Pick<Respondent, 'kind' | 'code'>): string {
  if (kind === 'state') return countryName(code, locale);
  const mechanism = MECHANISMS.find((one) => one === code);
  return mechanism ? mechanismName(locale, mechanism) : code;
}

/** A time in its zone, with the zone beside it: "1 December 2026 at 18:00 (Africa/Nairobi)". */
export function zonedTime(locale: Locale, at: Date, zone: string): string {
  const when = dateFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at);
  return translate(locale, 'survey.time-in-zone', { when, zone });
}

/**
 * The letters of a survey: an invitation or a reminder with a personal link, and a receipt with one. The link is made when the letter is written. An invitation
 * is not written any more where the survey is over, the invitation was taken back, or, for a reminder, somebody has answered.
 */
export function surveyLetters(origin: string): Record<string, Composer> {
  return {
    'survey-invitation': async (db, { data, locale }, now) => {
      const invitation = await invitationWith(db, data['invitation']!);
      const survey = invitation && (await surveyWith(db, invitation.survey));
      if (!invitation || !survey || !runs(survey, now)) return null;
      const reminder = data['reminder'] === 'yes';
      if (reminder && (await responseOf(db, survey.id, invitation))?.sentAt) return null;
      const title = textIn(survey.content.title, locale).text;
      const values = { title, respondent: respondentName(locale, invitation), by: invitation.actor ?? '' };
      const what = reminder ? 'reminder' : invitation.invitee === null ? 'delegation' : 'invitation';
      const token = await makeSurveyLink(db, invitation.id, readableUntil(survey.closesAt!));
      return {
        subject: translate(locale, `survey.mail-${what}-subject`, values),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: invitation.name }),
          translate(locale, `survey.mail-${what}-text`, values),
          translate(locale, 'survey.mail-until', { when: zonedTime(locale, survey.closesAt!, survey.zone) }),
        ],
        way: {
          label: translate(locale, 'survey.mail-way'),
          href: linkAddress(origin, locale, '/surveys/answer', token),
        },
        after: [translate(locale, 'survey.mail-personal'), translate(locale, 'survey.non-binding')],
      };
    },
    'survey-receipt': async (db, { data, locale }, now) => {
      const response = await responseWith(db, data['response']!);
      const invitation = await invitationWith(db, data['invitation']!);
      const survey = response && (await surveyWith(db, response.survey));
      if (!response?.sentAt || !survey || !invitation) return null;
      const values = {
        title: textIn(survey.content.title, locale).text,
        respondent: respondentName(locale, response),
        by: data['by']!,
        when: zonedTime(locale, response.sentAt, survey.zone),
      };
      const token = await makeSurveyLink(db, invitation.id, readableUntil(survey.closedAt ?? survey.closesAt!));
      return {
        subject: translate(locale, 'survey.mail-receipt-subject', values),
        paragraphs: [
          translate(locale, 'accounts.mail-hello', { name: invitation.name }),
          translate(locale, response.onBehalf ? 'survey.mail-receipt-late' : 'survey.mail-receipt-text', {
            ...values,
            from: response.receivedFrom,
          }),
          ...(runs(survey, now)
            ? [
                translate(locale, 'survey.mail-receipt-change', {
                  when: zonedTime(locale, survey.closesAt!, survey.zone),
                }),
              ]
            : []),
        ],
        way: {
          label: translate(locale, 'survey.mail-receipt-way'),
          href: linkAddress(origin, locale, '/surveys/answer', token),
        },
        after: [translate(locale, 'survey.non-binding')],
      };
    },
  };
}

const runs = (survey: Survey, now: Date): boolean =>
  survey.state === 'open' && survey.closesAt !== null && now < survey.closesAt;

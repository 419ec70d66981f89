import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '#platform/context.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { demand } from '#forum/people/index.ts';
import { surveyInvitations, surveyResponses, surveys } from './tables.ts';

/** A colleague somebody asked to help with a response. */
export interface OwnDelegation {
  survey: string;
  name: string;
  /** Empty once it is not kept any more. */
  email: string;
  language: Locale;
  askedAt: Date;
  takenBackAt: Date | null;
}

/** What surveys keep of one person, for that person to take along. */
export interface OwnSurveys {
  surveyInvitations: {
    survey: string;
    title: string;
    respondent: string;
    invitedAt: Date;
    endedAt: Date | null;
    /** Reminders of the survey that went out, in days before its end, to those who had not answered by then: not kept by person. */
    remindersBeforeEnd: number[];
    /** When the response was written last and sent last, and whether this person wrote last; null where there is none. */
    response: { writtenAt: Date; sentAt: Date | null; writtenByYou: boolean; enteredForYou: boolean } | null;
  }[];
  surveyColleaguesAsked: OwnDelegation[];
}

/** What surveys keep of who asks: that they were invited, what came of it, and whom they asked to help. Answers are the state's or the mechanism's. */
export async function ownSurveys(ctx: Context): Promise<OwnSurveys> {
  const { account } = ctx.actor;
  demand(ctx.actor, 'account.export', { account });
  const { db } = ctx;
  const invited = await db
    .select({ invitation: surveyInvitations, survey: surveys })
    .from(surveyInvitations)
    .innerJoin(surveys, eq(surveys.id, surveyInvitations.survey))
    .where(eq(surveyInvitations.invitee, account!))
    .orderBy(asc(surveyInvitations.invitedAt), asc(surveyInvitations.id));
  const asked = await db
    .select({ invitation: surveyInvitations, slug: surveys.slug })
    .from(surveyInvitations)
    .innerJoin(surveys, eq(surveys.id, surveyInvitations.survey))
    .where(eq(surveyInvitations.account, account!))
    .orderBy(asc(surveyInvitations.invitedAt), asc(surveyInvitations.id));
  const responses = await responsesTo(
    ctx,
    invited.map(({ invitation }) => invitation),
  );
  return {
    surveyInvitations: invited.map(({ invitation: { kind, code, ...one }, survey }) => {
      const response = responses.find((each) => each.survey === survey.id && each.kind === kind && each.code === code);
      return {
        survey: survey.slug,
        title: textIn(survey.content.title, ctx.locale).text,
        respondent: `${kind}:${code}`,
        invitedAt: one.invitedAt,
        endedAt: one.endedAt,
        remindersBeforeEnd: survey.remindedDays,
        response: response
          ? {
              writtenAt: response.updatedAt,
              sentAt: response.sentAt,
              writtenByYou: response.account === account,
              enteredForYou: response.onBehalf,
            }
          : null,
      };
    }),
    surveyColleaguesAsked: asked.map(({ slug, invitation: { name, email, language, invitedAt, endedAt } }) => ({
      survey: slug,
      name,
      email,
      language,
      askedAt: invitedAt,
      takenBackAt: endedAt,
    })),
  };
}

async function responsesTo({ db }: Context, invitations: readonly (typeof surveyInvitations.$inferSelect)[]) {
  if (invitations.length === 0) return [];
  return db
    .select()
    .from(surveyResponses)
    .where(
      and(
        inArray(
          surveyResponses.survey,
          invitations.map(({ survey }) => survey),
        ),
        inArray(
          surveyResponses.code,
          invitations.map(({ code }) => code),
        ),
      ),
    );
}

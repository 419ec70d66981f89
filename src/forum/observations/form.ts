import { isWritten } from '#vocab/texts.ts';
import type { Complaint } from '#platform/problem.ts';
import {
  noTexts,
  readSource,
  readTexts,
  readThemes,
  type Source,
  type TypedTexts,
  typedTexts,
} from '#forum/editions/index.ts';
import { type FollowUp, isFollowUp, type ObservationContent, type RecommendationContent } from './model.ts';

/** What is typed of an observation, as it was typed. */
export interface ObservationForm {
  text: TypedTexts;
  themes: string[];
}

/** What is typed of a recommendation, as it was typed. */
export interface RecommendationForm {
  title: TypedTexts;
  text: TypedTexts;
  themes: string[];
  source: Source;
  followUp: string;
  came: TypedTexts;
}

/** An empty form for what was heard in a session of these themes. */
export function emptyObservation(themes: string[]): ObservationForm {
  return { text: noTexts(), themes };
}

/** An empty form. */
export function emptyRecommendation(): RecommendationForm {
  return {
    title: noTexts(),
    text: noTexts(),
    themes: [],
    source: { label: '', url: '' },
    followUp: 'open',
    came: noTexts(),
  };
}

/** A form that says what an observation says now. */
export function formOfObservation({ text, themes }: ObservationContent): ObservationForm {
  return { text: typedTexts(text), themes };
}

/** A form that says what a recommendation says now. */
export function formOfRecommendation(content: RecommendationContent): RecommendationForm {
  const { title, text, themes, source, followUp, came } = content;
  return { title: typedTexts(title), text: typedTexts(text), themes, source, followUp, came: typedTexts(came) };
}

/** What was typed of an observation, read; or what is wrong with it, field by field. */
export function readObservation(form: ObservationForm): ObservationContent | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const text = readTexts(form.text, 'text', 'text', complaints);
  if (!isWritten(text)) complaints.push({ name: 'text.en', notice: { key: 'observations.no-text' } });
  const content = { text, themes: readThemes(form.themes, 'themes', complaints) };
  return complaints.length > 0 ? { complaints } : content;
}

/** What was typed of a recommendation, read; or what is wrong with it, field by field. */
export function readRecommendation(form: RecommendationForm): RecommendationContent | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const title = readTexts(form.title, 'title', 'line', complaints);
  if (!isWritten(title)) complaints.push({ name: 'title.en', notice: { key: 'observations.no-title' } });
  const source = readSource(form.source, 'source', complaints);
  if (source === null) complaints.push({ name: 'source.label', notice: { key: 'observations.no-source' } });
  if (!isFollowUp(form.followUp)) complaints.push({ name: 'followUp', notice: { key: 'observations.no-follow-up' } });
  const content: RecommendationContent = {
    title,
    text: readTexts(form.text, 'text', 'text', complaints),
    themes: readThemes(form.themes, 'themes', complaints),
    source: source ?? { label: '', url: '' },
    followUp: form.followUp as FollowUp,
    came: readTexts(form.came, 'came', 'text', complaints),
  };
  return complaints.length > 0 ? { complaints } : content;
}

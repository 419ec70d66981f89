import { error } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { annexHtml, annexIntroduction, annexReport, editionOfReport } from '#forum/reports/index.ts';
import type { ReportView } from '#ui/views.ts';
import { practiceHref } from '../../views.ts';
import type { PageServerLoad } from './$types';

/** The annex of an edition, as a page. */
export const load: PageServerLoad = async ({
  params: { slug },
  locals: { ctx, forum, prefix },
}): Promise<ReportView> => {
  const { locale } = ctx;
  const edition = editionOfReport(slug);
  const annex = edition === null ? null : await annexReport(ctx.db, edition, locale, forum.settings.origin);
  if (!annex)
    error(404, {
      message: translate(locale, 'problems.not-found'),
      detail: translate(locale, 'problems.report-not-found', { slug: slug.slice(0, 80) }),
    });
  return {
    title: annex.title,
    intro: annexIntroduction(annex, locale),
    html: annexHtml(annex, locale, (row) => practiceHref({ locale, prefix }, row.slug)),
    docxHref: `${prefix}/reports/${slug}.docx`,
    pdfHref: `${prefix}/reports/${slug}.pdf`,
    xlsxHref: `${prefix}/reports/${slug}.xlsx`,
    count: annex.parts.reduce((sum, part) => sum + part.rows.length, 0),
    edition: String(annex.edition),
  };
};

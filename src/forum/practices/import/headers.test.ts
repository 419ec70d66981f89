import { describe, expect, test } from 'vitest';
import { fieldOf, readHeader } from './headers.ts';

describe('a header', () => {
  test.each([
    ['SDG', 'sdg'],
    ['SDGs', 'sdg'],
    ['Goals/Targets', 'sdg'],
    ['Link to the SDGs', 'sdg'],
    ['Relevant SDG target(s)', 'sdg'],
    ['ODD', 'sdg'],
    ['Objectifs de développement durable', 'sdg'],
    ['ODS', 'sdg'],
    ['أهداف', 'sdg'],
    ['أهداف التنمية المستدامة', 'sdg'],
    ['GCM Objective', 'gcm'],
    ['Objectif du Pacte mondial', 'gcm'],
    ['Name and Link', 'title'],
    ['NAME', 'title'],
    ['Name of practice', 'title'],
    ['Titre', 'title'],
    ['Nom et lien', 'title'],
    ['Título', 'title'],
    ['Project name', 'title'],
    ['Project Date', 'dates'],
    ['Period of implementation', 'dates'],
    ['Années', 'dates'],
    ['Start year', 'start'],
    ['Country/Region/City', 'where'],
    ['Pays / région / ville', 'where'],
    ['Place', 'where'],
    ['Country of implementation', 'countries'],
    ['Name of country', 'countries'],
    ['Pays', 'countries'],
    ['Aim', 'summary'],
    ['Objective', 'summary'],
    ['Short description', 'summary'],
    ['But', 'summary'],
    ['Key Partners', 'partners'],
    ['Name of partner', 'partners'],
    ['Partenaires', 'partners'],
    ['Socios', 'partners'],
    ['Type of stakeholder', 'stakeholders'],
    ['Type of practice', 'kind'],
    ['Thématique', 'themes'],
    ['Web site / URL', 'links'],
    ['Lien', 'links'],
    ['Idioma', 'language'],
    ['sourceLabel', 'sourceLabel'],
    ['Results', 'results'],
    ['Outcomes and impact', 'results'],
    ['Résultats obtenus', 'results'],
    ['Resultados', 'results'],
    ['النتائج', 'results'],
    ['Lessons learned', 'lessons'],
    ['Enseignements tirés', 'lessons'],
    ['Lecciones aprendidas', 'lessons'],
    ['الدروس المستفادة', 'lessons'],
    ['Responsible organisation', 'owner'],
    ['Organisme responsable', 'owner'],
    ['Entidad responsable', 'owner'],
    ['الجهة المسؤولة', 'owner'],
    ['Coûts', 'costs'],
    ['Costs and savings', 'costs'],
    ['Costos', 'costs'],
    ['التكاليف', 'costs'],
    ['What another place needs', 'needs'],
    ['Besoins', 'needs'],
    ['Conditions for replication', 'needs'],
    ['Evaluation report', 'evaluations'],
    ['Évaluations', 'evaluations'],
    ['Replicated from', 'replicates'],
    ['Taken over from', 'replicates'],
  ])('“%s” means %s', (header, field) => {
    expect(fieldOf(header)?.field).toBe(field);
  });

  test.each(['Budget', '', '№', 'Remarks', 'The aim of this programme is to advise partners. '.repeat(3)])(
    '“%s” means nothing we know',
    (header) => {
      expect(fieldOf(header)).toBeUndefined();
    },
  );

  test('known word for word goes before one told by one of its words', () => {
    const { columns, unknown, twice } = readHeader(['Name of the focal point', 'Name', 'SDG']);
    expect(columns.map(({ header }) => header)).toEqual(['Name', 'SDG']);
    expect([unknown, twice]).toEqual([['Name of the focal point'], null]);
  });

  test('of one of our own exports is told by id, slug and title', () => {
    expect(readHeader(['slug', 'id', 'title', 'url'])).toMatchObject({ exchange: true, unknown: ['url'] });
    expect(readHeader(['ID', 'Title', 'SDG'])).toMatchObject({ exchange: false, unknown: ['ID'] });
  });

  test.each([
    ['title.fr', 'title.fr'],
    ['Title (French)', 'title.fr'],
    ['Titre en anglais', 'title.en'],
    ['Summary [es]', 'summary.es'],
    ['العنوان (الفرنسية)', 'title.fr'],
    ['Lessons learned in Arabic', 'lessons.ar'],
  ])('“%s” beside the text itself is its translation: %s', (header, field) => {
    const { columns, unknown, twice } = readHeader(['Title', 'Summary', 'Lessons', header]);
    expect([columns.map((column) => column.field), unknown, twice]).toEqual([
      ['title', 'summary', 'lessons', field],
      [],
      null,
    ]);
  });

  test('that names a language is the text itself where no other column is', () => {
    expect(readHeader(['Title (French)', 'SDG']).columns.map(({ field }) => field)).toEqual(['title', 'sdg']);
    expect(readHeader(['Title (French)', 'Title (English)', 'SDG']).twice).toEqual([
      'Title (French)',
      'Title (English)',
    ]);
  });

  test('a language that is no part of a translated text leaves the header what it is', () => {
    expect(readHeader(['Title', 'Partners (English)']).columns.map(({ field }) => field)).toEqual([
      'title',
      'partners',
    ]);
    expect(readHeader(['Title', 'Titre en']).unknown).toEqual(['Titre en']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printPartners, splitPartners } from './partners.ts';

describe('the partners of a practice', () => {
  test.each([
    ['', []],
    ['Mayors Mechanism', ['Mayors Mechanism']],
    ['Canton of Geneva, Swiss Confederation', ['Canton of Geneva', 'Swiss Confederation']],
    [
      'Commissioned by the German Ministry for Economic Cooperation and Development (BMZ)\nGIZ',
      ['Commissioned by the German Ministry for Economic Cooperation and Development (BMZ)', 'GIZ'],
    ],
    [
      'Co-Financed by German Ministry for Economic Cooperation and Development (BMZ), EU Emergency Trust Fund for Africa (EUTF). Jointly implemented by the implemented by the International Labour Organization (ILO), the International Organization for Migration (IOM) and GIZ',
      [
        'Co-Financed by German Ministry for Economic Cooperation and Development (BMZ)',
        'EU Emergency Trust Fund for Africa (EUTF)',
        'Jointly implemented by the implemented by the International Labour Organization (ILO)',
        'International Organization for Migration (IOM)',
        'GIZ',
      ],
    ],
    [
      'Commissioned by: Federal Ministry for Economic Cooperation and Development (BMZ)\nInternational Placement Services (ZAV) of the German Federal Employment Agency, which works with GIZ under the umbrella of the Centre for International Migration and Development (CIM)',
      [
        'Commissioned by: Federal Ministry for Economic Cooperation and Development (BMZ)',
        'International Placement Services (ZAV) of the German Federal Employment Agency, which works with GIZ under the umbrella of the Centre for International Migration and Development (CIM)',
      ],
    ],
    [
      'Canada, Mayors Mechanism, representation from states, local authorities, businesses and civil society.',
      ['Canada', 'Mayors Mechanism, representation from states, local authorities, businesses and civil society'],
    ],
    [
      'International Federation of Red Cross and Red Crescent Societies (IFRC),  Adrienne Arsht-Rockefeller Foundation Center for Resilience',
      [
        'International Federation of Red Cross and Red Crescent Societies (IFRC)',
        'Adrienne Arsht-Rockefeller Foundation Center for Resilience',
      ],
    ],
    [
      'Food and Agriculture Organization (FAO), International Labour Organization (ILO) and International Trade Center (ITC)',
      [
        'Food and Agriculture Organization (FAO)',
        'International Labour Organization (ILO)',
        'International Trade Center (ITC)',
      ],
    ],
    [
      'International Fund for Agricultural Development (IFAD), Postbank of Uganda (PBU) and Posta Uganda',
      ['International Fund for Agricultural Development (IFAD)', 'Postbank of Uganda (PBU)', 'Posta Uganda'],
    ],
    ['UN Joint Migration and Development Initiative (JMDI)', ['UN Joint Migration and Development Initiative (JMDI)']],
    ['Ministry of Labour, Employment; GIZ', ['Ministry of Labour, Employment', 'GIZ']],
    ['Cities (Milan, Freetown; Lima), GIZ', ['Cities (Milan, Freetown; Lima)', 'GIZ']],
    ['Organisation internationale (OIT) et Maroc', ['Organisation internationale (OIT)', 'Maroc']],
    ['المنظمة الدولية للهجرة، منظمة العمل الدولية', ['المنظمة الدولية للهجرة', 'منظمة العمل الدولية']],
    ['UNHCR (Geneva, IOM', ['UNHCR (Geneva', 'IOM']],
  ])('in “%s”', (text, names) => {
    expect(splitPartners(text)).toEqual(names);
  });

  test('are printed with “; ” between them', () => {
    expect(printPartners(['GIZ', 'City of Mannheim'])).toBe('GIZ; City of Mannheim');
  });

  test('printed and read again are the same, whatever their names hold', () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'Aé,;()\\. andع4') })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(splitPartners(printPartners(names))).toEqual(names);
      }),
    );
  });
});

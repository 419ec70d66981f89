import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The page of each component: each shows itself from left to right, from right to left, and dark. */
export const STYLE_PAGES = readdirSync(join(import.meta.dirname, '..', '..', 'src', 'ui', 'examples')).map(
  (file) =>
    `/style/${file
      .replace(/\.ts$/, '')
      .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
      .toLowerCase()}`,
);

/** Every kind of page, in each of its states: found, empty, refused, not there. The sample forum has them all. */
export const PAGES = [
  '/',
  '/practices',
  '/practices?target=10.7&country=DE&q=law',
  '/practices?q=zzzz&goal=4',
  '/practices?target=4.8',
  '/practices/papyrus-project',
  '/practices/papyrus-project/versions',
  '/practices/papyrus-project/lineage',
  '/sdgs',
  '/sdgs/10',
  '/sdgs/10.7',
  '/sdgs/2.1',
  '/gcm',
  '/gcm/6',
  '/places',
  '/coverage',
  '/collection',
  '/collection?p=papyrus-project&p=remit-hydro&p=nothing',
  '/compare?p=papyrus-project&p=remit-hydro&p=my-coop',
  '/compare',
  '/coverage?rows=gcm&within=002',
  '/coverage?rows=nothing',
  '/coverage?theme=labour-mobility',
  '/time',
  '/time?rows=gcm&country=DE',
  '/map',
  '/map?within=002',
  '/map?goal=10',
  '/places/MA',
  '/organisations',
  '/organisations?q=nobody&kind=business',
  '/organisations?kind=ministry',
  '/organisations/international-organization-for-migration',
  '/governance',
  '/governance?on=2018-02-30',
  '/governance/troika',
  '/governance/steering-group',
  '/governance/working-group-on-public-narratives-on-migration?on=2020-06-01',
  '/library',
  '/library?kind=leaflet',
  '/library/thematic-recollection-2007-2017',
  '/search?q=labour%20mobility',
  '/search?q=zzzzqq',
  '/practices?q=money%20transfers',
  '/practices?q=recruitmnts%20practises',
  '/reports',
  '/reports/annex-2020',
  '/style',
  '/offline',
  '/api',
  '/share',
  '/sign-in',
  '/sign-in?sent=1&next=%2Faccount',
  '/sign-in/link?token=gone',
  '/sign-in/second-step',
  '/invitation?token=gone',
  '/account/email?token=gone',
  '/nothing',
];

import site_en from './site/en.json' with { type: 'json' };
import site_fr from './site/fr.json' with { type: 'json' };
import site_es from './site/es.json' with { type: 'json' };
import site_ar from './site/ar.json' with { type: 'json' };
import time_en from './time/en.json' with { type: 'json' };
import time_fr from './time/fr.json' with { type: 'json' };
import time_es from './time/es.json' with { type: 'json' };
import time_ar from './time/ar.json' with { type: 'json' };
import map_en from './map/en.json' with { type: 'json' };
import map_fr from './map/fr.json' with { type: 'json' };
import map_es from './map/es.json' with { type: 'json' };
import map_ar from './map/ar.json' with { type: 'json' };
import lineage_en from './lineage/en.json' with { type: 'json' };
import lineage_fr from './lineage/fr.json' with { type: 'json' };
import lineage_es from './lineage/es.json' with { type: 'json' };
import lineage_ar from './lineage/ar.json' with { type: 'json' };
import replication_en from './replication/en.json' with { type: 'json' };
import replication_fr from './replication/fr.json' with { type: 'json' };
import replication_es from './replication/es.json' with { type: 'json' };
import replication_ar from './replication/ar.json' with { type: 'json' };
import governance_en from './governance/en.json' with { type: 'json' };
import governance_fr from './governance/fr.json' with { type: 'json' };
import governance_es from './governance/es.json' with { type: 'json' };
import governance_ar from './governance/ar.json' with { type: 'json' };
import survey_en from './survey/en.json' with { type: 'json' };
import survey_fr from './survey/fr.json' with { type: 'json' };
import survey_es from './survey/es.json' with { type: 'json' };
import survey_ar from './survey/ar.json' with { type: 'json' };
import style_en from './style/en.json' with { type: 'json' };
import style_fr from './style/fr.json' with { type: 'json' };
import style_es from './style/es.json' with { type: 'json' };
import style_ar from './style/ar.json' with { type: 'json' };
import problems_en from './problems/en.json' with { type: 'json' };
import problems_fr from './problems/fr.json' with { type: 'json' };
import problems_es from './problems/es.json' with { type: 'json' };
import problems_ar from './problems/ar.json' with { type: 'json' };
import imports_en from './import/en.json' with { type: 'json' };
import imports_fr from './import/fr.json' with { type: 'json' };
import imports_es from './import/es.json' with { type: 'json' };
import imports_ar from './import/ar.json' with { type: 'json' };
import reports_en from './reports/en.json' with { type: 'json' };
import reports_fr from './reports/fr.json' with { type: 'json' };
import reports_es from './reports/es.json' with { type: 'json' };
import reports_ar from './reports/ar.json' with { type: 'json' };
import accounts_en from './accounts/en.json' with { type: 'json' };
import accounts_fr from './accounts/fr.json' with { type: 'json' };
import accounts_es from './accounts/es.json' with { type: 'json' };
import accounts_ar from './accounts/ar.json' with { type: 'json' };
import drafts_en from './drafts/en.json' with { type: 'json' };
import drafts_fr from './drafts/fr.json' with { type: 'json' };
import drafts_es from './drafts/es.json' with { type: 'json' };
import drafts_ar from './drafts/ar.json' with { type: 'json' };
import files_en from './files/en.json' with { type: 'json' };
import files_fr from './files/fr.json' with { type: 'json' };
import files_es from './files/es.json' with { type: 'json' };
import files_ar from './files/ar.json' with { type: 'json' };
import review_en from './review/en.json' with { type: 'json' };
import review_fr from './review/fr.json' with { type: 'json' };
import review_es from './review/es.json' with { type: 'json' };
import review_ar from './review/ar.json' with { type: 'json' };
import desk_en from './desk/en.json' with { type: 'json' };
import desk_fr from './desk/fr.json' with { type: 'json' };
import desk_es from './desk/es.json' with { type: 'json' };
import desk_ar from './desk/ar.json' with { type: 'json' };
import people_en from './people/en.json' with { type: 'json' };
import people_fr from './people/fr.json' with { type: 'json' };
import people_es from './people/es.json' with { type: 'json' };
import people_ar from './people/ar.json' with { type: 'json' };
import editions_en from './editions/en.json' with { type: 'json' };
import editions_fr from './editions/fr.json' with { type: 'json' };
import editions_es from './editions/es.json' with { type: 'json' };
import editions_ar from './editions/ar.json' with { type: 'json' };
import themes_en from './themes/en.json' with { type: 'json' };
import themes_fr from './themes/fr.json' with { type: 'json' };
import themes_es from './themes/es.json' with { type: 'json' };
import themes_ar from './themes/ar.json' with { type: 'json' };
import results_en from './results/en.json' with { type: 'json' };
import results_fr from './results/fr.json' with { type: 'json' };
import results_es from './results/es.json' with { type: 'json' };
import results_ar from './results/ar.json' with { type: 'json' };
import library_en from './library/en.json' with { type: 'json' };
import library_fr from './library/fr.json' with { type: 'json' };
import library_es from './library/es.json' with { type: 'json' };
import library_ar from './library/ar.json' with { type: 'json' };
import finding_en from './finding/en.json' with { type: 'json' };
import finding_fr from './finding/fr.json' with { type: 'json' };
import finding_es from './finding/es.json' with { type: 'json' };
import finding_ar from './finding/ar.json' with { type: 'json' };
import observations_en from './observations/en.json' with { type: 'json' };
import observations_fr from './observations/fr.json' with { type: 'json' };
import observations_es from './observations/es.json' with { type: 'json' };
import observations_ar from './observations/ar.json' with { type: 'json' };
import planning_en from './planning/en.json' with { type: 'json' };
import planning_fr from './planning/fr.json' with { type: 'json' };
import planning_es from './planning/es.json' with { type: 'json' };
import planning_ar from './planning/ar.json' with { type: 'json' };
import cli_en from './cli/en.json' with { type: 'json' };
import cli_fr from './cli/fr.json' with { type: 'json' };
import cli_es from './cli/es.json' with { type: 'json' };
import cli_ar from './cli/ar.json' with { type: 'json' };
import api_en from './api/en.json' with { type: 'json' };
import api_fr from './api/fr.json' with { type: 'json' };
import api_es from './api/es.json' with { type: 'json' };
import api_ar from './api/ar.json' with { type: 'json' };

/** Every text a person can read, by area and language. English is complete; where another language has a gap, English stands in. */
export const AREAS = {
  site: { en: site_en, fr: site_fr, es: site_es, ar: site_ar },
  time: { en: time_en, fr: time_fr, es: time_es, ar: time_ar },
  map: { en: map_en, fr: map_fr, es: map_es, ar: map_ar },
  lineage: { en: lineage_en, fr: lineage_fr, es: lineage_es, ar: lineage_ar },
  replication: { en: replication_en, fr: replication_fr, es: replication_es, ar: replication_ar },
  governance: { en: governance_en, fr: governance_fr, es: governance_es, ar: governance_ar },
  survey: { en: survey_en, fr: survey_fr, es: survey_es, ar: survey_ar },
  style: { en: style_en, fr: style_fr, es: style_es, ar: style_ar },
  problems: { en: problems_en, fr: problems_fr, es: problems_es, ar: problems_ar },
  import: { en: imports_en, fr: imports_fr, es: imports_es, ar: imports_ar },
  reports: { en: reports_en, fr: reports_fr, es: reports_es, ar: reports_ar },
  accounts: { en: accounts_en, fr: accounts_fr, es: accounts_es, ar: accounts_ar },
  drafts: { en: drafts_en, fr: drafts_fr, es: drafts_es, ar: drafts_ar },
  files: { en: files_en, fr: files_fr, es: files_es, ar: files_ar },
  review: { en: review_en, fr: review_fr, es: review_es, ar: review_ar },
  desk: { en: desk_en, fr: desk_fr, es: desk_es, ar: desk_ar },
  people: { en: people_en, fr: people_fr, es: people_es, ar: people_ar },
  editions: { en: editions_en, fr: editions_fr, es: editions_es, ar: editions_ar },
  themes: { en: themes_en, fr: themes_fr, es: themes_es, ar: themes_ar },
  results: { en: results_en, fr: results_fr, es: results_es, ar: results_ar },
  library: { en: library_en, fr: library_fr, es: library_es, ar: library_ar },
  finding: { en: finding_en, fr: finding_fr, es: finding_es, ar: finding_ar },
  observations: { en: observations_en, fr: observations_fr, es: observations_es, ar: observations_ar },
  planning: { en: planning_en, fr: planning_fr, es: planning_es, ar: planning_ar },
  cli: { en: cli_en, fr: cli_fr, es: cli_es, ar: cli_ar },
  api: { en: api_en, fr: api_fr, es: api_es, ar: api_ar },
} as const;

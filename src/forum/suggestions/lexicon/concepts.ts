import type { Concept } from './concept.ts';
import { GOVERNANCE } from './governance.ts';
import { INCLUSION } from './inclusion.ts';
import { MONEY } from './money.ts';
import { PROTECTION } from './protection.ts';
import { SUSTAINABLE } from './sustainable.ts';
import { WORK } from './work.ts';

export const CONCEPTS: readonly Concept[] = [
  ...WORK,
  ...MONEY,
  ...GOVERNANCE,
  ...PROTECTION,
  ...INCLUSION,
  ...SUSTAINABLE,
];

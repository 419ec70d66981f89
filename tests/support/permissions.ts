import { join } from 'node:path';
import { type Action, ACTIONS, type Condition, mayEver, type Standing, STANDINGS } from '#forum/people/index.ts';
import { type Actor, VISITOR } from '#platform/context.ts';
import { ACCESS, mayEnter } from '../../src/routes/access.ts';

/** Where the table for people to read is kept. */
export const PERMISSIONS_FILE = join(import.meta.dirname, '..', '..', 'docs', 'permissions.md');

/** Somebody of a standing, and of no other. */
export function somebody(standing: Standing): Actor {
  if (standing === 'visitor') return VISITOR;
  const roles = standing === 'signed-in' ? [] : [{ role: standing, of: null }];
  return { account: 'somebody', name: standing, roles };
}

const WORDS: Record<Condition, string> = {
  any: 'yes',
  'own-state': 'own state',
  'own-mechanism': 'own mechanism',
  own: 'own',
};

/** Who may do what and enter where, as the code says it, as a page of Markdown. */
export function permissionsPage(): string {
  return `# Who may do what

Made from \`src/forum/people/authority.ts\` and \`src/routes/access.ts\` by \`npm run permissions\`; a test fails where this page and the code differ.

Whoever is signed in may do what a visitor may; whoever holds several roles may do what each of them may. “Own state”: what belongs to the state somebody is focal
point of. “Own mechanism”: what takes part through the mechanism somebody coordinates. “Own”: what belongs to one’s own account.

## Actions

${table(
  ['Action', ...STANDINGS],
  (Object.keys(ACTIONS) as Action[]).map((action) => [
    `\`${action}\``,
    ...STANDINGS.map((standing) => grantOf(action, standing)),
  ]),
)}

## Pages

“→” is sent to sign in first, “×” is told whom it is for, “–” is told that there is no such page.

${table(
  ['Page', 'for', ...STANDINGS],
  Object.entries(ACCESS).map(([route, action]) => [
    `\`${route}\``,
    `\`${action}\``,
    ...STANDINGS.map(
      (standing) => ({ yes: 'yes', 'sign-in': '→', 'for-others': '×', no: '–' })[mayEnter(route, somebody(standing))],
    ),
  ]),
)}
`;
}

/** What a standing may, by itself or because everybody signed in may. */
function grantOf(action: Action, standing: Standing): string {
  const grants: Partial<Record<Standing, Condition>> = ACTIONS[action];
  if (!mayEver(somebody(standing), action)) return '–';
  const own = standing === 'visitor' ? undefined : grants['signed-in'];
  return WORDS[(grants.visitor ?? grants[standing] ?? own)!];
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

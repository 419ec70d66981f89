import { type Erased, erasedName, isRole, roleName, ROLES, runsOn } from '#forum/people/index.ts';
import { isNobody, readEmailAddress } from '#platform/mail/address.ts';
import { withForum } from '../reach.ts';
import { type Command, readWords, WrongUsage } from '../usage.ts';

/** `user add|list|remove|link|erase …`: accounts and roles, for the operator. */
export const userCommand: Command = async ([name, ...words], settings, terminal) => {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new WrongUsage({ key: 'cli.user-what' });
  return command(words, settings, terminal);
};

/** `user add EMAIL --role ROLE […]`: a person, an account and a role; prints the invitation, which goes out by mail too. */
const add: Command = async (words, settings, terminal) => {
  const text = { type: 'string' } as const;
  const { values, positionals } = readWords(words, {
    role: text,
    state: text,
    mechanism: text,
    name: text,
    language: text,
    organisation: text,
    'organisation-kind': text,
    title: text,
    json: { type: 'boolean' },
  });
  const typed = oneAddress(positionals);
  const { role } = values;
  if (!isRole(role))
    throw new WrongUsage({
      key: role === undefined ? 'cli.user-role-needed' : 'accounts.bad-role',
      values: { known: ROLES.join(', ') },
    });
  const { state = '', mechanism = '', name = '', language = 'en', organisation = '', title = '' } = values;
  const place = { organisation, organisationKind: values['organisation-kind'] ?? '', title };
  const made = await withForum(settings, (ask) =>
    ask('people.add', { email: typed, role, state, mechanism, name, language, place }),
  );
  if ('complaints' in made) {
    if (values.json)
      terminal.out(
        JSON.stringify(
          { errors: made.complaints.map(({ name, notice }) => ({ name, detail: terminal.say(notice) })) },
          null,
          2,
        ),
      );
    else for (const { notice } of made.complaints) terminal.note(terminal.say(notice));
    return 1;
  }
  if (values.json) terminal.out(JSON.stringify({ email: made.email, role, link: made.link }, null, 2));
  else terminal.out(`${terminal.t('cli.user-added', { email: made.email })}\n${made.link}`);
  return 0;
};

/** `user list [--json]`: who holds which role today. */
const list: Command = async (words, settings, terminal) => {
  const { values, positionals } = readWords(words, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new WrongUsage({ key: 'cli.user-what' });
  const persons = await withForum(settings, (ask) => ask('people.list', null));
  if (values.json) {
    terminal.out(JSON.stringify(persons, null, 2));
    return 0;
  }
  const today = new Date().toISOString().slice(0, 10);
  for (const { name, email, terms } of persons) {
    const roles = terms.filter((term) => runsOn(term, today)).map((term) => roleName(terminal.locale, term));
    const address = email === null || isNobody(email) ? '' : ` <${email}>`;
    terminal.out(`${name}${address}: ${roles.join('; ') || terminal.t('accounts.no-roles')}`);
  }
  return 0;
};

/** `user remove EMAIL [--role ROLE]`: ends a role, or all of them, from today on, and signs out everywhere. */
const remove: Command = async (words, settings, terminal) => {
  const { values, positionals } = readWords(words, { role: { type: 'string' }, json: { type: 'boolean' } });
  const email = known(oneAddress(positionals));
  const { role = null } = values;
  if (role !== null && !isRole(role))
    throw new WrongUsage({ key: 'accounts.bad-role', values: { known: ROLES.join(', ') } });
  const ended = await withForum(settings, (ask) => ask('people.remove', { email, role }));
  if (values.json) terminal.out(JSON.stringify({ email, ended }, null, 2));
  else if (ended !== null) terminal.out(terminal.t('cli.user-removed', { count: ended }));
  if (ended === null && !values.json) terminal.note(terminal.t('cli.user-unknown', { email }));
  return ended === null ? 1 : 0;
};

/** `user link EMAIL`: a link that signs in once, to be handed over where no mail arrives. */
const link: Command = async (words, settings, terminal) => {
  const { values, positionals } = readWords(words, { json: { type: 'boolean' } });
  const email = known(oneAddress(positionals));
  const made = await withForum(settings, (ask) => ask('people.link', { email }));
  if (values.json) terminal.out(JSON.stringify({ email, link: made }, null, 2));
  else if (made !== null) terminal.out(made);
  else terminal.note(terminal.t('cli.user-unknown', { email }));
  return made === null ? 1 : 0;
};

/** `user erase EMAIL [--apply]`: erases a person's data; without `--apply` says what that would do. */
const erase: Command = async (words, settings, terminal) => {
  const { values, positionals } = readWords(words, { apply: { type: 'boolean' }, json: { type: 'boolean' } });
  const email = known(oneAddress(positionals));
  const apply = values.apply === true;
  const erased = await withForum(settings, (ask) => ask('people.erase', { email, apply }));
  const name = erased?.number ? erasedName(erased.number) : null;
  if (values.json) terminal.out(JSON.stringify({ applied: name !== null, name, done: erased?.done ?? null }, null, 2));
  else if (erased === null) terminal.note(terminal.t('cli.user-unknown', { email }));
  else {
    for (const line of linesOf(erased.done, email)) terminal.out(terminal.t(line.key, line.values));
    terminal.out(name === null ? terminal.t('cli.user-erase-dry') : terminal.t('people.erase-done', { name }));
  }
  return erased === null ? 1 : 0;
};

const linesOf = ({ sessions, places, mails, records, roles }: Erased, email: string) =>
  [
    { key: 'people.erase-account', values: { email, sessions } },
    { key: 'people.erase-directory', values: { places } },
    { key: 'people.erase-mails', values: { mails } },
    { key: 'people.erase-name', values: { records } },
    { key: 'people.erase-roles', values: { roles } },
  ] as const;

const COMMANDS: Record<string, Command> = { add, list, remove, link, erase };

function oneAddress(positionals: string[]): string {
  const [address, ...more] = positionals;
  if (address === undefined || more.length > 0) throw new WrongUsage({ key: 'cli.user-one-address' });
  return address;
}

function known(typed: string): string {
  const email = readEmailAddress(typed);
  if (email === null) throw new WrongUsage({ key: 'accounts.bad-email' });
  return email;
}

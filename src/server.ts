import { doorPath, openDoor } from '#platform/door.ts';
import { createLog, type Logger } from '#platform/log.ts';
import { createMetrics } from '#platform/metrics.ts';
import { openDatabase } from '#platform/open-database.ts';
import { settingsFrom, type Settings } from '#platform/settings.ts';
import { type Auth, createAuth } from '#platform/accounts/auth.ts';
import { accountLetters, linkAddress } from '#platform/accounts/letters.ts';
import { createLimits, type Limits } from '#platform/accounts/limits.ts';
import { createServices, type Services } from '#platform/accounts/services.ts';
import { secretIn } from '#platform/accounts/secret.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { countMails } from '#platform/mail/queue.ts';
import { mailTransport } from '#platform/mail/transport.ts';
import { startPost } from '#platform/mail/worker.ts';
import { inVersions } from '#platform/uploads/in-versions.ts';
import { fileRoom, type FileRoom } from '#platform/uploads/room.ts';
import { startLinkChecks } from '#platform/links/worker.ts';
import { startUpkeep } from '#platform/uploads/upkeep.ts';
import { startClock } from '#platform/clock.ts';
import { notificationJobs, notificationLetters } from '#forum/notifications/index.ts';
import { OPERATOR, peopleLetters, startLink } from '#forum/people/index.ts';
import { planningJobs, planningLetters } from '#forum/planning/index.ts';
import { surveyJobs, surveyLetters } from '#forum/survey/index.ts';
import { replicationLetters } from '#forum/replication/index.ts';
import { publishedLinks } from '#forum/practices/index.ts';
import { createFinder, type Finder } from '#forum/finding/index.ts';
import { libraryLinks, startTextReading } from '#forum/library/index.ts';
import { createThemeFollower } from '#forum/themes/index.ts';
import { createPracticeSearch, type PracticeSearch } from '#forum/search/index.ts';
import { type CatalogueSuggester, createCatalogueSuggester } from '#forum/suggestions/index.ts';
import { firstStart } from '#cli/first-start.ts';
import { performer } from '#cli/operations.ts';

/** What a running server has open. */
export interface Forum {
  settings: Settings;
  db: Database;
  /** Keeps the names of themes as the forum says them. */
  themes: ReturnType<typeof createThemeFollower>;
  search: PracticeSearch;
  /** Searches over everything, practices among it. */
  finder: Finder;
  suggester: CatalogueSuggester;
  auth: Auth;
  limits: Limits;
  services: Services;
  /** Where attached files are. */
  files: FileRoom;
  log: Logger;
  metrics: ReturnType<typeof createMetrics>;
  /** True from the moment a stop was asked for. */
  stopping: boolean;
}

let open: Forum | undefined;

/** What is open. Only for what runs inside a request: the server answers none before everything is open. */
export function forum(): Forum {
  if (!open) throw new Error('The forum is not open yet.');
  return open;
}

/**
 * Opens everything in the order in which it is needed, and has it closed in the opposite one when the last request has
 * been answered. Throws what a person can act on: the folder in use, a database out of reach, a setting that is wrong.
 */
export async function openForum(environment: Record<string, string | undefined>): Promise<void> {
  const settings = settingsFrom(environment);
  const log = createLog(environment['LOG_LEVEL']);
  const path = doorPath(settings.dataDir);
  const database = await openDatabase(settings, path);
  const { db } = database;
  const themes = createThemeFollower();
  await themes(db, new Date());
  const search = createPracticeSearch();
  const finder = createFinder(search);
  const suggester = createCatalogueSuggester();
  const ctx: Context = { db, now: new Date(), locale: 'en', actor: OPERATOR };
  const loaded = await firstStart(ctx, settings.sample);
  if (loaded > 0) log.info({ practices: loaded }, 'sample forum loaded');
  await search.sources(db, new Date());
  // With PostgreSQL the command line goes to the database itself; the embedded one is reached through its server.
  const door =
    database.kind === 'embedded' ? await openDoor(path, performer(db, settings.origin, search, suggester)) : null;
  const { origin } = settings;
  const auth = createAuth({ db, origin, secret: settings.secret ?? secretIn(settings.dataDir) });
  const post = startPost({
    db,
    transport: mailTransport(settings),
    composers: {
      ...accountLetters(origin),
      ...peopleLetters(origin),
      ...replicationLetters(origin),
      ...surveyLetters(origin),
      ...notificationLetters(origin),
      ...planningLetters(origin),
    },
    log,
  });
  const files = fileRoom(settings);
  const upkeep = startUpkeep({ db, room: files, log, referred: inVersions });
  const texts = startTextReading({ db, room: files, log });
  // Those of drafts are not asked after: a host would hear of what is not public yet.
  const links = settings.linkChecks
    ? startLinkChecks({
        db,
        addresses: async () => [...(await publishedLinks(db)), ...(await libraryLinks(db))],
        origin,
        log,
      })
    : null;
  const clock = startClock(db, [...notificationJobs, ...planningJobs, ...surveyJobs], log);
  const metrics = createMetrics(() => countMails(db));
  const services = createServices(settings.services, origin);
  const limits = createLimits();
  const opened: Forum = {
    settings,
    db,
    themes,
    search,
    finder,
    suggester,
    auth,
    limits,
    services,
    files,
    log,
    metrics,
    stopping: false,
  };
  open = opened;
  log.info({ database: database.kind, origin }, 'open');
  const token = await startLink(ctx);
  // Said by bin/start.js on standard output, below the address, and nowhere in the log.
  if (token !== null)
    process.emit('common-space:start-link' as never, linkAddress(origin, 'en', '/sign-in/link', token) as never);

  process.once('SIGTERM', () => (opened.stopping = true));
  process.once('SIGINT', () => (opened.stopping = true));
  process.once('sveltekit:shutdown', () => {
    Promise.resolve(door?.close())
      .then(() => links?.close())
      .then(() => texts.close())
      .then(() => upkeep.close())
      .then(() => clock.close())
      .then(() => post.close())
      .then(() => database.close())
      .then(() => log.info('closed'))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not close');
          process.exit(1);
        },
      );
  });
}

import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { buildWhenNeeded } from './build.js';
import { keepCompiled } from './compiled.js';
import { onRightNode } from './relaunch.js';

/** How long requests in flight may take to finish after a stop was asked for: milliseconds. */
const PATIENCE = 20_000;

/**
 * How long the door stays open after the last request came, once a stop was asked for, so that what was already sent is read and
 * answered: this many looks, each so many milliseconds after the one before. Looks are counted and not the time: where requests
 * take all of it, none has been read between two moments, however far apart.
 */
const LOOKS = 5;
const BETWEEN_LOOKS = 100;

onRightNode();
keepCompiled();
try {
  buildWhenNeeded();
  await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function serve() {
  const { settingsFrom } = await import('../src/platform/settings.ts');
  const { host, port } = settingsFrom(process.env);
  const compress = compression();
  /** @type {import('node:http').RequestListener} */
  let answer = starting;
  const server = createServer((request, response) =>
    compress(/** @type {any} */ (request), /** @type {any} */ (response), () => answer(request, response)),
  );
  // A slow line is no reason to be cut off in the middle of a file; an idle one is. (The largest file takes 20 minutes at 20 kB/s.)
  server.requestTimeout = 1_200_000;
  server.timeout = 120_000;
  server.headersTimeout = 30_000;
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });

  const at = /** @type {import('node:net').AddressInfo} */ (server.address());
  // Port 0 asks for any free one; from here on it is known which.
  process.env['PORT'] = String(at.port);
  let startLink = '';
  process.once(/** @type {any} */ ('common-space:start-link'), (/** @type {any} */ link) => (startLink = link));
  answer = await opened(new URL(settingsFrom(process.env).origin));
  if (startLink !== '') console.log(`Sign in as the Support Unit, once, within 24 hours:\n${startLink}`);
  console.log(`Common Space is at http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`);
  stopOnSignal(server);
}

/** @type {import('node:http').RequestListener} */
function starting(_, response) {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
  response.end('Common Space is starting. Try again in a few seconds.');
}

/**
 * The program itself, once everything is open: database, migrations, sample forum, search. It learns its own address from
 * two headers that are set here on every request: what a client writes into its Host header is never believed.
 * @param {URL} own
 * @returns {Promise<import('node:http').RequestListener>}
 */
async function opened(own) {
  // What forms with files may be at most. All others are held to far less (src/routes/body-limit.ts).
  const { LARGEST_FORM } = await import('../src/platform/uploads/limits.ts');
  process.env['BODY_SIZE_LIMIT'] = String(LARGEST_FORM);
  process.env['PROTOCOL_HEADER'] = 'x-common-space-protocol';
  process.env['HOST_HEADER'] = 'x-common-space-host';
  const { handler } = await import(pathToFileURL(join(import.meta.dirname, '..', 'build', 'handler.js')).href);
  return (request, response) => {
    request.headers['x-common-space-protocol'] = own.protocol.slice(0, -1);
    request.headers['x-common-space-host'] = hostOf(request, own);
    handler(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}

/**
 * The host a request is for: our own. On a machine of one's own "localhost" and "127.0.0.1" are the same, and a form sent
 * from either must not seem to come from elsewhere.
 * @param {import('node:http').IncomingMessage} request
 * @param {URL} own
 */
function hostOf({ headers: { host = '' } }, own) {
  const sameMachine = /^(?:localhost|127\.0\.0\.1|\[::1\])(?=:|$)/;
  const port = own.port === '' ? '' : `:${own.port}`;
  return sameMachine.test(own.host) && sameMachine.test(host) && host.replace(sameMachine, '') === port
    ? host
    : own.host;
}

/**
 * On SIGTERM or SIGINT: reads what is on its way, then takes no new connection, lets the requests in flight finish, and
 * has everything closed (src/hooks.server.ts), which ends the process. Closing at once would reset connections whose
 * request was sent and not yet read.
 * @param {import('node:http').Server} server
 */
function stopOnSignal(server) {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE);
    let left = LOOKS;
    server.on('request', () => (left = LOOKS));
    const asked = Date.now();
    const look = setInterval(() => {
      if (--left > 0 && Date.now() - asked < PATIENCE) return;
      clearInterval(look);
      server.close(() => {
        clearTimeout(cut);
        process.emit(/** @type {any} */ ('sveltekit:shutdown'), 'SIGTERM');
      });
      // A connection kept alive becomes idle when its answer has gone out.
      setInterval(() => server.closeIdleConnections(), 50).unref();
    }, BETWEEN_LOOKS);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

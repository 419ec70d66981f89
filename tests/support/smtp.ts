import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What a mail server of loopback has taken in. */
export interface TakenMail {
  to: string[];
  /** The whole of it, headers first, as it came over the line. */
  raw: string;
}

export interface MailServer {
  url: string;
  taken: TakenMail[];
  stop(): Promise<void>;
}

/** How a mail server behaves: takes mail, refuses the recipient for good, says "later", or never answers. */
export type MailManners = 'takes' | 'refuses' | 'later' | 'hangs';

/** A real mail server on loopback, on `port` or any free one. */
export async function startMailServer(manners: MailManners, port = 0): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_, callback) {
      if (manners !== 'hangs') callback();
    },
    onRcptTo(_, _session, callback) {
      if (manners === 'refuses') callback(Object.assign(new Error('No such person here'), { responseCode: 550 }));
      else if (manners === 'later') callback(Object.assign(new Error('Try again later'), { responseCode: 451 }));
      else callback();
    },
    onData(stream, session, callback) {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (raw += chunk));
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: listening } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${listening}`,
    taken,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The text of a mail as its reader sees it: quoted-printable and base64 undone, part after part. */
export function textOfMail(raw: string): string {
  const text = raw.replace(/\r\n/g, '\n');
  return text.replace(
    /(Content-Transfer-Encoding: (quoted-printable|base64)\n(?:[^\n]+\n)*\n)([\s\S]*?)(?=\n--|$)/g,
    (_, head: string, encoding: string, body: string) =>
      head + (encoding === 'base64' ? Buffer.from(body, 'base64').toString() : unquoted(body)),
  );
}

function unquoted(body: string): string {
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

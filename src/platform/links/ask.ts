import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Guard, NotPublic, type Place, placesOf } from './guard.ts';

/** What a server says of an address: its status, and where it sends us on. */
export interface Answer {
  status: number;
  location: string | null;
}

/** How a server is asked. */
export interface Asking {
  guard: Guard;
  /** Who asks, for the log of who is asked. */
  userAgent: string;
  /** Milliseconds that one request may take. */
  patience: number;
  /** Ends what is under way. */
  signal: AbortSignal;
}

/** More headers than any page sends, in bytes. */
const MOST_HEADERS = 32_768;

/**
 * Asks for an address and reads the head of the answer alone: not a byte of its body is taken. Throws `NotPublic` where it may not be
 * connected to, and what the network says where it cannot be reached.
 */
export async function ask(url: URL, method: 'HEAD' | 'GET', asking: Asking): Promise<Answer> {
  const { guard, userAgent, patience, signal } = asking;
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') throw new NotPublic();
  if (!guard.mayUsePort(Number(url.port || (url.protocol === 'https:' ? 443 : 80)))) throw new NotPublic();
  const stop = AbortSignal.any([AbortSignal.timeout(patience), signal]);
  const places = await sooner(placesOf(url.hostname, guard), stop);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
      method,
      // A connection of its own, past any proxy: it goes where it was said to go, and is not kept.
      agent: false,
      lookup: answering(places),
      maxHeaderSize: MOST_HEADERS,
      headers: { 'user-agent': userAgent, accept: '*/*' },
      signal: stop,
    });
    request.once('response', (response: IncomingMessage) => {
      response.destroy();
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
    });
    request.once('upgrade', (_, socket) => {
      socket.destroy();
      reject(new Error('It changes the protocol.'));
    });
    request.once('error', reject);
    request.end();
  });
}

/** Gives what was resolved and checked to whoever connects. */
function answering(places: readonly Place[]): LookupFunction {
  return (_, { all }, callback) => {
    if (all) callback(null, [...places]);
    else callback(null, places[0]!.address, places[0]!.family);
  };
}

/** What was promised, or the reason why nobody waits for it any longer. */
function sooner<Value>(promised: Promise<Value>, stop: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(stop.reason as Error);
    if (stop.aborted) return end();
    stop.addEventListener('abort', end, { once: true });
    promised.then(resolve, reject).finally(() => stop.removeEventListener('abort', end));
  });
}

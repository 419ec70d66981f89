import { domainToASCII } from 'node:url';
import * as z from 'zod';

/** An institution that vouches for its own people: a provider of OpenID Connect. */
export interface ServiceSettings {
  /** In addresses here, for good: /sign-in/with/ID. */
  id: string;
  /** What it is called on the button, in its own language. */
  name: string;
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** What the addresses of its people end in, after the "@": it vouches for nobody else's. */
  domains: string[];
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether what is asked there is asked of this very machine, so that nobody listens although it is not encrypted. */
export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.test(hostname);
}

const service = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens, such as "interior-ke"')
    // The name under which passwords are kept.
    .refine((id) => id !== 'credential', 'must be another word'),
  name: z.string().trim().min(1, 'must not be empty').max(80, 'must have at most 80 characters'),
  issuer: z.string().transform((text, ctx) => {
    const url = URL.parse(text);
    if (url && !url.search && !url.hash && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))))
      return url;
    ctx.addIssue({ code: 'custom', message: 'must be an address that begins with https://' });
    return z.NEVER;
  }),
  clientId: z.string().min(1, 'must not be empty'),
  clientSecret: z.string().min(1, 'must not be empty'),
  domains: z
    .array(
      z
        .string()
        .transform(domainToASCII)
        .refine((domain) => /^([a-z0-9-]+\.)+[a-z0-9-]+$/.test(domain), 'must be like interior.go.ke'),
    )
    .min(1, 'must name at least one domain'),
});

/**
 * The institutions that a text of JSON names: a list, each with id, name, issuer, clientId, clientSecret and domains. Else what is wrong
 * with it, in words for the operator that hold nothing of what was written.
 */
export function readServices(text: string): { services: ServiceSettings[] } | { wrong: string } {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return { wrong: 'it is no JSON' };
  }
  const { data, error } = z.array(service).safeParse(written);
  if (error) {
    const [{ path, message }] = error.issues as [z.core.$ZodIssue];
    return { wrong: `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}` };
  }
  const twice = data.find(({ id }, at) => data.findIndex((other) => other.id === id) < at);
  return twice ? { wrong: `the id ${twice.id} stands there twice` } : { services: data };
}

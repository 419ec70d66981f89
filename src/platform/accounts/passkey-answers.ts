import * as z from 'zod';

/** Far more than a passkey needs: what is longer is not even read. */
const LONGEST_ANSWER = 32_000;

const bytes = z.string().regex(/^[\w-]+$/);
const credential = { id: bytes.max(1_400), rawId: bytes, type: z.literal('public-key') };

const made = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
});

const used = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.max(100),
  }),
});

/** What a device answers that has made a passkey (RegistrationResponseJSON of the standard), or null where it is none. */
export function readMade(answer: string) {
  return readAs(made, answer);
}

/** What a device answers that has used a passkey (AuthenticationResponseJSON of the standard), or null where it is none. */
export function readUsed(answer: string) {
  return readAs(used, answer);
}

function readAs<Shape extends z.ZodType>(shape: Shape, answer: string) {
  if (answer.length > LONGEST_ANSWER) return null;
  const { success, data } = shape.safeParse(jsonOf(answer));
  return success ? { ...(data as z.output<Shape> & object), clientExtensionResults: {} } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

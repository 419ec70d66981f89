/** Whether a text is an IANA time zone that is known here. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** The clock of a zone at a moment, as 2026-12-01T18:00. */
export function clockIn(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

const asUtc = (clock: string) => Date.parse(`${clock}:00Z`);

/**
 * The moment at which the clock of a zone shows a time such as 2026-12-01T18:00. An hour that the clock shows twice is the first of the two; one that
 * it leaves out is the moment an hour later. Null where the text is no time.
 */
export function momentIn(zone: string, clock: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) || Number.isNaN(asUtc(clock))) return null;
  const wanted = asUtc(clock);
  const offsetAt = (at: number) => asUtc(clockIn(zone, new Date(at))) - at;
  const DAY = 24 * 60 * 60_000;
  const found = [offsetAt(wanted - DAY), offsetAt(wanted + DAY)]
    .map((offset) => wanted - offset)
    .filter((at) => asUtc(clockIn(zone, new Date(at))) === wanted);
  return new Date(found.length > 0 ? Math.min(...found) : wanted - offsetAt(wanted - DAY));
}

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * What a Prometheus may ask for: the process, how requests fared by route, and mail that waits or was given up. Nothing of
 * persons, nothing of what was sought.
 */
export function createMetrics(countMails: () => Promise<{ waiting: number; givenUp: number }>): {
  observe(route: string, status: number, seconds: number): void;
  text(): Promise<string>;
  contentType: string;
} {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  const answered = new Counter({
    name: 'http_requests_total',
    help: 'How requests were answered',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  new Gauge({
    name: 'mails',
    help: 'Mails that wait to be sent, and mails that were given up',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      // Without a database nobody knows; all other figures are wanted then more than ever.
      const counts = await countMails().catch(() => null);
      if (!counts) return;
      this.set({ state: 'waiting' }, counts.waiting);
      this.set({ state: 'given-up' }, counts.givenUp);
    },
  });
  return {
    observe(route, status, seconds) {
      duration.observe({ route }, seconds);
      answered.inc({ route, status });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { FileType } from './types.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * What the virus scanner said of a file: nothing, there being none; nothing yet; that it is clean; that it is not, and its bytes are
 * gone.
 */
export type Scan = 'unscanned' | 'waiting' | 'clean' | 'infected';

export const files = pgTable('files', {
  id: uuid('id').primaryKey(),
  subject: uuid('subject').notNull(),
  name: text('name').notNull(),
  type: text('type').$type<FileType>().notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  width: integer('width'),
  height: integer('height'),
  uploadedBy: uuid('uploaded_by'),
  uploadedAt: moment('uploaded_at').notNull(),
  scan: text('scan').$type<Scan>().notNull(),
  scanDueAt: moment('scan_due_at').notNull(),
});

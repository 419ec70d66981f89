import type { Component } from 'svelte';
import type { Examples } from './example.ts';

/** A component with its examples, under the name its page has: "practice-card". */
export interface Entry {
  name: string;
  /** As it is written in code: "PracticeCard". */
  component: string;
  // Each component has properties of its own; that they fit is checked where its examples are written.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  Part: Component<any>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  book: Examples<any>;
}

const parts = import.meta.glob<Entry['Part']>('../components/*.svelte', { eager: true, import: 'default' });
const books = import.meta.glob<Entry['book']>('../examples/*.ts', { eager: true, import: 'book' });

/** Every component, by name. A component without examples is left out here, and a test says so. */
export const ENTRIES: readonly Entry[] = Object.entries(parts).flatMap(([path, Part]) => {
  const component = path.replace(/^.*\/|\.svelte$/g, '');
  const book = books[`../examples/${component}.ts`];
  return book ? [{ name: pageName(component), component, Part, book }] : [];
});

/** "PracticeCard" as the last part of its address. */
function pageName(component: string): string {
  return component.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

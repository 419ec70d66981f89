/** How much an erasure takes away, and in how many places a name is replaced. */
export interface Erased {
  /** Places they were signed in at. */
  sessions: number;
  /** Roles that end. */
  roles: number;
  /** Places in organisations, present and former. */
  places: number;
  /** Mails to or about them that had not gone out. */
  mails: number;
  /** Invitations to surveys, with their personal links; an erasure from before they were told says nothing of them. */
  surveys?: number;
  /** Records of what they did, which keep that it was done: audit lines, versions and others. */
  records: number;
}

/** The name that stands where an erased person's stood. It is the same in every language, as names are. */
export function erasedName(number: number): string {
  return `Erased person ${number}`;
}

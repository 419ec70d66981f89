/** What other rooms, pages and commands may use of people. */
export {
  askErasure,
  changeOwn,
  endRole,
  handOver,
  invite,
  type InvitationForm,
  ownData,
  peopleSeenBy,
  subjectOf,
} from './actions.ts';
export {
  type Action,
  ACTIONS,
  type Condition,
  demand,
  isAction,
  may,
  mayEver,
  NotPermitted,
  OPERATOR,
  rolesWith,
  type Standing,
  STANDINGS,
  standingsOf,
  statesOf,
  type Subject,
} from './authority.ts';
export { limitsOf, type Scope, SCOPES, scopesFor } from './scopes.ts';
export { actorByToken, LIFETIMES, makeToken, revokeToken, type TokenForm } from './token-actions.ts';
export { peopleLetters } from './letters.ts';
export {
  contactsSeenBy,
  directory,
  ENTRY_FIELDS,
  type EntryForm,
  type HolderSeen,
  holdersSeenBy,
  leaveOwnPlace,
  ownEntry,
  renameOwnPlace,
  setOwnEntry,
} from './directory/actions.ts';
export { type DirectoryFilter, directoryQuery, parseDirectoryFilter } from './directory/filter.ts';
export { AUDIENCES, DIRECTORY_FIELDS, type DirectoryEntry, type DirectoryField } from './directory/model.ts';
export { erasePerson, erasuresDone, planErasure } from './erasure/actions.ts';
export { type Erased, erasedName } from './erasure/model.ts';
export { type AskedErasure, type Erasure, erasuresAsked } from './erasure/store.ts';
export { endPlace, giveAddress, givePlace, personFile } from './file-actions.ts';
export { changeOrganisation, createOrganisation, membersSeenBy, mergeOrganisations } from './organisations/actions.ts';
export {
  allOrganisations,
  MOST_ORGANISATIONS_PER_PAGE,
  type OrganisationFilter,
  ORGANISATIONS_PER_PAGE,
  organisationQuery,
  parseOrganisationFilter,
} from './organisations/filter.ts';
export { emptyOrganisation, formOf, ORGANISATION_FIELDS, type OrganisationForm } from './organisations/form.ts';
export { type Membership, organisationOfAccount } from './organisations/memberships.ts';
export {
  KINDS_OF_CHOICE,
  mechanismOf,
  nameIn,
  type Organisation,
  type OrganisationContent,
  organisationSubject,
} from './organisations/model.ts';
export {
  findOrganisations,
  idsOfOrganisation,
  organisationAt,
  organisationById,
  organisationCounts,
  organisationNames,
  organisationsById,
  organisationsCalled,
} from './organisations/store.ts';
export { type PlaceForm } from './place.ts';
export {
  dayOf,
  isMechanism,
  isRole,
  type Mechanism,
  MECHANISMS,
  type Refused,
  type Role,
  ROLES,
  readLine,
  rolesOn,
  runsOn,
  scopeOf,
} from './model.ts';
export { actorName, mechanismName, roleName } from './names.ts';
export { startLink } from './start.ts';
export {
  actorOf,
  actorsOn,
  allPersons,
  type Person,
  personNames,
  personOfAccount,
  statesWithoutFocalPoint,
  whoMay,
} from './store.ts';

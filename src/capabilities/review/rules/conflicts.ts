export const conflictGrounds = [
  'own-city',
  'own-country',
  'employer',
  'takes-part',
  'peer',
  'family-or-friend',
  'money',
  'other',
] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

/** What the registry knows of somebody who might review. */
export interface KnownPerson {
  readonly personId: string;
  /** Cities they act or acted for, from the roles they hold or held within three years. */
  readonly cityIds: readonly string[];
  /** ISO 3166-1 alpha-2: they are of it, or work for it. */
  readonly countries: readonly string[];
  readonly organisationIds: readonly string[];
}

export interface KnownApplication {
  readonly applicationId: string;
  readonly cityId: string;
  readonly country: string;
  /** People on the application, today or before. */
  readonly participantIds: readonly string[];
  /** Organisations named as partners or donors of the city's earlier grants or this application. */
  readonly organisationIds: readonly string[];
  /** Other applicants of the window compete with it. */
  readonly rivalCityIds: readonly string[];
}

/** Why the registry says that a person may not judge an application; each ground once. */
export function computedConflicts(person: KnownPerson, application: KnownApplication): ConflictGround[] {
  const grounds: ConflictGround[] = [];
  if (person.cityIds.includes(application.cityId)) grounds.push('own-city');
  if (application.participantIds.includes(person.personId)) grounds.push('takes-part');
  if (person.countries.includes(application.country)) grounds.push('own-country');
  if (person.organisationIds.some((id) => application.organisationIds.includes(id))) grounds.push('employer');
  // Somebody of a rival city has an interest in every application of the window.
  if (person.cityIds.some((id) => id !== application.cityId && application.rivalCityIds.includes(id)))
    grounds.push('peer');
  return grounds;
}

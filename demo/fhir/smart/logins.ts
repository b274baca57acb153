/** Somebody who can sign in. */
export interface Login {
  /** What stands on the page: `Sam Okafor`. */
  readonly name: string;
  /** What they are here: `patient`, `front desk`. */
  readonly title: string;
  /** Their own resource, as a reference: `Patient/sam-okafor`. */
  readonly user: string;
  /** The id of the patient whose record is opened, where it is not their own. */
  readonly patient?: string;
}

/** The id of the patient a login opens, or undefined for staff. */
export function patientOf({ user, patient }: Login): string | undefined {
  return patient ?? (user.startsWith('Patient/') ? user.slice('Patient/'.length) : undefined);
}

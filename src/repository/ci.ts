/** What a CI system says of the run: names of branches without `refs/heads/`, hashes as they are. */
export interface Run {
  readonly isCi: boolean;
  /** The branch a request wants to go into. */
  readonly target: string | null;
  /** Commits of that branch, the surest first: where the request begins, or what it was tried out on. */
  readonly targetCommits: readonly string[];
  /** The branch that was pushed; `null` in a request, for a tag, and where nobody says. */
  readonly branch: string | null;
  readonly defaultBranch: string | null;
  /** The commit that was there before the push or the last run. */
  readonly before: string | null;
}

/** Whether the run is one of a push to the branch everything goes into: what it says was agreed to already. */
export const isPushToDefault = ({ branch, defaultBranch }: Run): boolean =>
  branch !== null && branch === defaultBranch;

/** Why others than the company may read what a run prints. `unknown`: a CI system that says so, and did not. */
export interface PublicPlace {
  readonly why: 'repository' | 'fork' | 'unknown';
  /** What is checked is the default branch itself and no proposal to change it: what its files allow was agreed to. */
  readonly agreed: boolean;
}

/** What CI systems say of themselves, each asked when somebody needs it. */
export interface CiSystem {
  /** `null` = nobody else reads along, as far as anybody can say. */
  readonly place: () => PublicPlace | null;
  readonly run: () => Promise<Run>;
}

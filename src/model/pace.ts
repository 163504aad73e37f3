/** Time one person took, and for how much work; no word of what was answered. */
export interface PaceLearnt {
  readonly milliseconds: number;
  readonly work: number;
}

import type { ActionStatus } from './answers.ts';
import type { WaveId } from './catalog.ts';
import type { IsoDate } from './text.ts';

/** `decide`: a danger whose action is said to be done, or is a choice of management. Answer it again, or keep it on purpose. */
export type TaskKind = 'legal' | 'decide' | 'first-step' | 'find-out' | 'action';

export interface Task {
  /** `first-step:ACTION`, `action:ACTION`, `decide:ACTION`, `legal:…`, `find-out:ROLE`, and from its eleventh question `find-out:ROLE:2`. */
  readonly id: string;
  readonly kind: TaskKind;
  /** Action id for first steps and actions, else `null`. */
  readonly action: string | null;
  /** Person-days. A first step is the first hour of its action, whose effort contains it; asking is no work. */
  readonly effort: number;
  /** What it takes of somebody's day where that is counted in minutes: first steps and find-outs; 0 for all else. */
  readonly minutes: number;
  readonly benefit: number;
  readonly priority: number;
  /** Items it closes (actions, first steps) or asks about (find-outs). */
  readonly closes: readonly string[];
  /** Profile facts a find-out asks about beside its items. */
  readonly facts: readonly string[];
  readonly role: string;
  /** A find-out of the person who filled in the answers: nobody is sent to ask themselves. */
  readonly self: boolean;
  readonly owner: string | null;
  readonly due: IsoDate;
  readonly status: ActionStatus;
  readonly conditional: boolean;
  /** An action larger than the year's room that belongs to a danger: to be split, or given to somebody else. */
  readonly tooLarge: boolean;
}

export interface PlanWave {
  readonly id: WaveId;
  readonly due: IsoDate;
  /** Person-days available up to this wave's end, all waves before included. */
  readonly room: number;
  /** Person-days the plan takes up to this wave's end; a first step is part of its action. */
  readonly used: number;
  readonly tasks: readonly Task[];
  readonly projected: {
    readonly low: number | null;
    readonly high: number | null;
    readonly unknown: number;
    /** Less than half of some list's questions were asked: the numbers speak of the asked ones alone. */
    readonly ofAsked: boolean;
  };
}

export interface Plan {
  readonly start: IsoDate;
  /** Person-days a month. */
  readonly capacity: number;
  readonly capacityFrom: 'file' | 'option' | 'size';
  readonly waves: readonly PlanWave[];
  /** The dangers' actions take more than 90 days have room for; what is too much is a debt of the later waves. */
  readonly overfull: boolean;
  /** What the law asks until some day takes more than there is until then. */
  readonly legalOverfull: boolean;
  /** Actions that do not fit into a year: the ones larger than the year's room, then the others in the plan's order. */
  readonly beyond: readonly {
    readonly action: string;
    readonly effort: number;
    readonly benefit: number;
    readonly closes: readonly string[];
    /** Larger than the year's room by itself: to be split, or given to somebody else. */
    readonly tooLarge: boolean;
  }[];
  /** Actions without effort: choices of management, never scheduled. */
  readonly choices: readonly {
    readonly action: string;
    readonly benefit: number;
    readonly closes: readonly string[];
  }[];
  /** Actions the file says are done. */
  readonly done: readonly string[];
}

export interface AskEntry {
  readonly role: string;
  /** The person who filled in the answers holds this role: for them it is to look up, not to ask. */
  readonly self: boolean;
  readonly items: readonly string[];
  readonly facts: readonly string[];
}

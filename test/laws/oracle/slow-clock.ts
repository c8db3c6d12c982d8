/** What a walker who looks at the ticket once a minute sees happen at a minute. */
export interface Seen {
  readonly minute: number;
  readonly status?: string;
  readonly target?: number;
}

/** What the walker has written down at the end of the walk. */
export interface Walked {
  /** Open minutes run. */
  readonly ran: number;
  readonly breachedAt: number | undefined;
  /** The minute at which the target was or will be reached, if the clock runs at the end of the walk and it is not too far. */
  readonly due: number | undefined;
}

/** As far as the walker can see, in minutes. */
const FAR = 11 * 24 * 60;

type Held = { readonly since: number; readonly solved: boolean };

/**
 * A resolution clock kept by hand: every minute it looks at the status and at whether the calendar is open, and counts one when both
 * say so. Knows no arithmetic on spans, and shares no code with the clocks it is held against.
 */
export class SlowClock {
  private readonly isOpen: (minute: number) => boolean;
  private target: number;
  private aim: number;
  private ran = 0;
  private readonly reached: number[];
  private held: Held | undefined;
  private breachedAt: number | undefined;

  constructor(isOpen: (minute: number) => boolean, minute: number, target: number) {
    this.isOpen = isOpen;
    this.target = target;
    this.aim = target;
    this.reached = [minute];
  }

  walk(events: readonly Seen[], from: number, to: number): Walked {
    let minute = from;
    for (; minute < to; minute++) {
      for (const event of events) if (event.minute === minute) this.see(event);
      this.pass(minute);
    }
    for (const event of events) if (event.minute === minute) this.see(event);
    return { ran: this.ran, breachedAt: this.breachedAt, due: this.held ? undefined : this.lookAhead(minute) };
  }

  private pass(minute: number): void {
    if (this.held) return;
    if (this.breachedAt === undefined && this.reached[this.target] !== undefined)
      this.breachedAt = this.reached[this.target];
    if (!this.isOpen(minute)) return;
    this.ran++;
    this.reached[this.ran] = minute + 1;
  }

  private see({ minute, status, target }: Seen): void {
    if (status !== undefined) this.turn(minute, status);
    if (target !== undefined) this.aim = target;
    if (this.aim === this.target || this.held?.solved) return;
    this.target = this.aim;
    const reached = this.reached[this.target];
    const past = reached !== undefined && reached < (this.held?.since ?? minute);
    this.breachedAt = past ? (this.breachedAt ?? minute) : undefined;
  }

  private turn(minute: number, status: string): void {
    const solved = status === 'solved';
    const wasSolved = this.held?.solved ?? false;
    const holds = solved || status === 'pending' || status === 'on hold';
    if (this.held && (!holds || wasSolved !== solved)) this.letGo(minute);
    if (holds && !this.held) this.held = { since: minute, solved };
  }

  private letGo(minute: number): void {
    const since = this.held!.since;
    this.held = undefined;
    this.reached.forEach((at, count) => {
      if (at >= since) this.reached[count] = minute;
    });
  }

  private lookAhead(from: number): number | undefined {
    let left = this.target - this.ran;
    if (left <= 0) return this.reached[this.target];
    for (let minute = from; minute < FAR; minute++) if (this.isOpen(minute) && --left === 0) return minute + 1;
    return undefined;
  }
}

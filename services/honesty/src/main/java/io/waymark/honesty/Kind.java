package io.waymark.honesty;

/** What made a report worth a second look. */
public enum Kind {
  /** Report after report exactly on schedule. */
  ALWAYS_ON_SCHEDULE,
  /** Percent complete that falls. */
  PERCENT_FALLS,
  /** A jump at a month's end. */
  MONTH_END_JUMP,
  /** Completion without milestones. */
  COMPLETION_WITHOUT_MILESTONES,
  /** Money spent far ahead of physical progress. */
  MONEY_AHEAD,
  /** A figure rewritten shortly before an evaluation. */
  REWRITTEN_BEFORE_EVALUATION,
  /** The same figure again and again. */
  SAME_FIGURE_AGAIN,
  /** Progress while the works are stopped. */
  PROGRESS_WHILE_STOPPED,
  /** An expected finish that had passed when it was reported. */
  FINISH_PASSED,
  /** Money spent to date that falls. */
  MONEY_FALLS
}

package io.waymark.honesty;

import java.time.MonthDay;
import java.util.List;

/** From where on a rule speaks up, and why there. Points are percentage points of progress. */
public final class Thresholds {
  /**
   * So many reports in a row within {@link #ON_SCHEDULE_POINTS} of the schedule are too many. Works
   * run ahead and behind by turns; four in a row can happen by chance, a year of quarterly reports
   * and one more hardly.
   */
  public static final int ON_SCHEDULE_REPORTS = 5;

  /** Half a point: closer than physical progress can be measured. */
  public static final double ON_SCHEDULE_POINTS = 0.5;

  /** The schedule must have moved this much meanwhile: near a standstill anybody is on schedule. */
  public static final double ON_SCHEDULE_SPAN = 15;

  /** A fall of less is rounding. */
  public static final double FALL_POINTS = 0.5;

  /** A jump is at least this large; smaller ones are a good month. */
  public static final double JUMP_POINTS = 8;

  /** A jump is this many times the pace until then: seasons explain a factor of two or three. */
  public static final double JUMP_FACTOR = 4;

  /** A jump lands in the last so many days of a month, where campaigns and deadlines end. */
  public static final int JUMP_LAST_DAYS = 3;

  /** A jump takes no longer than this: a quarter's work reported at once is none. */
  public static final int JUMP_DAYS = 35;

  /** The pace until then must have been seen for so long. */
  public static final int JUMP_PACE_DAYS = 45;

  /** With no milestones to go by, completion from below this percent comes out of nothing. */
  public static final double COMPLETION_FROM = 80;

  /**
   * Money ahead of works by so many points of the budget. Advance payments and land take 10 to 20
   * percent at the beginning (预付款 is at most 30 percent of a contract), which is allowed for.
   */
  public static final double MONEY_POINTS = 30;

  /** And by this factor: near the end thirty points are much less than near the beginning. */
  public static final double MONEY_FACTOR = 1.5;

  /** Where no budget is known: money grew by this share while works stood still. */
  public static final double MONEY_GROWTH = 0.3;

  /** Works stand still if they gain no more than this meanwhile. */
  public static final double STANDSTILL_POINTS = 1;

  /** A standstill of less than this is a season. */
  public static final int STANDSTILL_DAYS = 80;

  /** A figure that stood for less is mended, not rewritten. */
  public static final int REWRITE_STOOD_DAYS = 30;

  /** So many days before an evaluation, that day included. */
  public static final int REWRITE_BEFORE_DAYS = 14;

  /** A rewrite flatters by so many points, or brings the finish so many days forward. */
  public static final double REWRITE_POINTS = 2;

  /** See {@link #REWRITE_POINTS}. */
  public static final int REWRITE_FINISH_DAYS = 30;

  /**
   * When progress is evaluated each year: the first quarter's opening drive (开门红), the half year
   * (双过半), and the year's assessment.
   */
  public static final List<MonthDay> EVALUATIONS =
      List.of(MonthDay.of(3, 31), MonthDay.of(6, 30), MonthDay.of(12, 31));

  /** The same figure in so many reports in a row is copied rather than measured. */
  public static final int SAME_REPORTS = 4;

  /** Progress during an approved stop beyond what is tidied up in its first days. */
  public static final double STOPPED_POINTS = 1;

  private Thresholds() {}
}

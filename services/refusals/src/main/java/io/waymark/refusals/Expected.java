package io.waymark.refusals;

import java.util.List;

/**
 * What a field should have held: a stable reason, with names for what belongs to it. The words of
 * both languages stand in this module's messages; a service can state nothing that is not here.
 */
public enum Expected {
  ID,
  IDEMPOTENCY_KEY,
  NAME,
  CHARACTERS("most"),
  AT_MOST_CHARACTERS("most"),
  AT_MOST_NOT("most", "length"),
  PLAIN_TEXT("most"),
  NO_CONTROL_CHARACTERS,
  SOME_WORDS,
  ITEMS("least", "most"),
  AT_MOST_ITEMS("most"),
  ITEMS_OR_NONE("least", "most"),
  ONCE,
  ONE_OF("choices"),
  AMONG_THEM("choices"),
  FREQUENCY,
  FREQUENCY_OR_EMPTY,
  LANGUAGE,

  BETWEEN("least", "most"),
  NOT_NEGATIVE,
  ZERO_OR_MORE,
  ZERO_OR_MORE_OR_EMPTY,
  POSITIVE_OR_EMPTY,
  DECIMAL("before", "after"),
  NUMBER,
  NOT_BELOW_VALUE("value"),

  DATE("first", "last"),
  DATE_UNTIL_TODAY("first", "today"),
  DATE_NOT_AFTER_TODAY("today"),
  DATE_OR_NOTHING,
  SOME_DATE,
  DATE_BETWEEN("first", "last"),
  AFTER("day"),
  NOT_BEFORE("day"),
  NOT_AFTER("day"),
  NOT_AFTER_AS_OF("day"),
  TIME,
  INSTANT,
  INSTANT_NOT_AFTER_NOW("now"),
  INSTANT_NOT_BEFORE_AS_OF("day"),
  WITHIN_DAYS("days", "now"),
  PAGE_TOKEN,

  MAIL_ADDRESS,
  PHONE,
  MAIL_LANGUAGE_AMONG("language"),
  KNOWN_BUREAU,
  IMPORTED_BUREAU,
  ANOTHER_BUREAU,
  BUREAU_OR_PERSON,
  CLEARABLE("fields"),
  BUREAU_OF_IMPORT,
  SUPERIOR_LEVEL("own", "above"),
  LEVEL_OF_INFERIOR("bureau", "level"),
  NO_CIRCLE("path"),

  KNOWN_PROJECT,
  PLAN_OF_FIRST("plan"),
  BOTH_COORDINATES,
  WITHIN_BUDGET("budget"),
  NOT_BEFORE_PLANNED_START("day"),
  NOT_AFTER_PLANNED_FINISH("day"),
  AFTER_POINT("day"),
  NOT_BELOW_POINT("percent"),
  ANOTHER_SCHEDULE("day"),
  POINTS_OF_REVISIONS("most"),
  TEXT_OF_REVISIONS("most"),
  ONLY_ONE_END,
  NOT_BEFORE_LAST_STOP("day"),
  APART_FROM_STOP("stop"),
  AFTER_START_OF_STOP("day"),
  NO_STEP_BACK_BY_REPORT("phase", "day"),
  NO_STEP_BACK_BY_BUREAU("phase", "day"),
  NOT_BEYOND_PHASE("phase", "day"),
  ANOTHER_PHASE("day"),
  WHY_PASSED_OVER("phases"),
  WHY_BACK("phase"),
  APPROVAL_OF_STEP_BACK,
  MOVE_IN_FORCE,

  SOMETHING_REPORTED,
  REPORT_IN_FORCE,
  SIMULATION_ROLE,
  OBSTACLE_WORDS,
  ATTACHMENT_URL("most"),
  SHA256,
  FILE_NAME,
  MILESTONE("milestones"),
  NO_MILESTONES,

  ANOTHER_PLAN,
  RULEBOOK("names"),
  ANOTHER_INDICATOR,
  NOT_PART_OF_ITSELF("plan"),
  PARTS_NOT_ITSELF,
  AFTER_PLAN_START("day"),
  NOT_BEFORE_PLAN_START("day"),
  WITHIN_PLAN("start", "due"),
  ANOTHER_VALUE("version", "day"),
  SHEET_NAME,
  COLUMN_NAME,
  TARGET_OF_IMPORT,
  LAST_ONLY_FOR_YEARS,
  YEAR,
  NO_SHARE,
  FINISH_OR_PERCENT,
  FINISH_AHEAD("day"),
  EARLIER_SNAPSHOT,
  FACTS_ORIGIN,
  NOT_BEFORE_OPENED("day"),
  LAST_YEAR_OF_PLAN("day"),
  BEFORE_PLAN_END("day"),
  SUBJECT_OF_PLAN,

  WHAT_WILL_BE_DONE,
  BY_WHEN,
  BOTH_QUIET_TIMES,
  TIME_SINCE_1970,
  BYTES("least", "most"),
  DELIVERY_STATUS,
  JUDGEMENT,
  AN_ID,

  // Of a request's form, before any service reads it.
  JSON("line", "column"),
  REST_OF_JSON,
  NOTHING_MORE,
  UTF8("byte"),
  JSON_OBJECT,
  OBJECT_WITH("fields"),
  LIST,
  TEXT,
  BASE64,
  TRUE_OR_FALSE,
  WHOLE_NUMBER,
  INSTANT_TEXT,
  ONE_VALUE,
  AS_IN_PATH("value"),
  MESSAGE("type");

  @SuppressWarnings("ImmutableEnumChecker") // it comes from List.of
  private final List<String> names;

  Expected(String... names) {
    this.names = List.of(names);
  }

  /** The names of what belongs to it, in their order. */
  public List<String> names() {
    return names;
  }

  /** The expectation with its particulars, in the order of their names. */
  public Expectation with(Object... particulars) {
    return new Expectation(name(), Particulars.of(name(), names, particulars));
  }
}

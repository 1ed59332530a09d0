package io.waymark.judging;

/** Why a light is unknown. */
public enum UnknownReason {
  /** 目标待下达: the superior has not set the target yet. */
  AWAITING_TARGET("目标待下达", "the target has not been set yet"),
  /** 尚无数据: no figure since the plan began. */
  NO_DATA_YET("尚无数据", "no figures yet"),
  /** 无基期值: there is no base figure to draw a schedule from. */
  NO_BASE("无基期值", "no base figure to draw a schedule from"),
  /** 无计划日期: the project has no planned dates. */
  NO_SCHEDULE("无计划日期", "no planned dates"),
  /** 未开始: the schedule has not begun at the as-of date. */
  NOT_STARTED("计划尚未开始", "the schedule has not begun"),
  /** 联动指标无数据: the indicator that the target follows has no data. */
  LINKED_WITHOUT_DATA("联动指标无数据", "the indicator it follows has no figures");

  private final String zh;
  private final String en;

  UnknownReason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The reason in words. */
  public Text word() {
    return new Text(zh, en);
  }
}

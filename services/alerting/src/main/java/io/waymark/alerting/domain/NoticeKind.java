package io.waymark.alerting.domain;

/** Why a bureau is told of one alert. */
public enum NoticeKind {
  /** 新预警: raised. */
  OPENED,
  /** 加重: became graver. */
  ESCALATED,
  /** 有新情况: as grave as before, but clearly worse than the last mail said. */
  UPDATED,
  /** 提醒: nobody has taken it; the first rung of the ladder, or a repetition of it. */
  REMINDER,
  /** 督办: the ladder's second rung; goes to the superior as well. */
  SUPERVISION,
  /** 约谈: the ladder's third rung. */
  SUMMONS,
  /** 待报: nobody reports; the reporter is asked first. */
  SILENT,
  /** 已更正: what an alert stood on is no longer true of its day. */
  RESTATED,
  /** 已恢复: back on track. */
  RECOVERED,
  /**
   * 仍未解决: stands as the reader knows it; only in digests, and below the notice of a silence that
   * ends.
   */
  STANDING;

  /** Whether it tells of something that must be handled, as against something that is over. */
  public boolean firing() {
    return this != RECOVERED && this != RESTATED;
  }
}

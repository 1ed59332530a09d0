package io.waymark.alerting.domain;

/** Where an alert stands in its life. */
public enum AlertStatus {
  /** 待处理: raised, or lapsed back; nobody has it in hand. */
  OPEN,
  /** 已知悉: somebody has taken it. */
  ACKNOWLEDGED,
  /** 整改中: a catch-up plan with a date is in force. */
  RECTIFYING,
  /** 已恢复: over. */
  RESOLVED,
  /** 已更正: over, and what it stood on is no longer true of its day. */
  RESTATED;

  /** Whether someone must still handle it. */
  public boolean live() {
    return this != RESOLVED && this != RESTATED;
  }
}

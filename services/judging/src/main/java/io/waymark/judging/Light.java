package io.waymark.judging;

/** A status by its meaning. A rulebook may rename colours, never meanings. */
public enum Light {
  /** 超前. */
  AHEAD("▲", "超前", "ahead"),
  /** 正常. */
  ON_TRACK("●", "正常", "on track"),
  /** 预警. */
  AT_RISK("◆", "预警", "at risk"),
  /** 滞后. */
  OFF_TRACK("■", "滞后", "off track"),
  /** 待报: never green for lack of data. */
  UNKNOWN("○", "待报", "unknown"),
  /** 停工: the clock is stopped by approval. */
  SUSPENDED("‖", "停工", "suspended");

  private final String shape;
  private final String zh;
  private final String en;

  Light(String shape, String zh, String en) {
    this.shape = shape;
    this.zh = zh;
    this.en = en;
  }

  /** The shape that stands beside colour and word. */
  public String shape() {
    return shape;
  }

  /** The word that stands beside colour and shape. */
  public Text word() {
    return new Text(zh, en);
  }

  boolean bad() {
    return this == AT_RISK || this == OFF_TRACK;
  }

  /** The worse of two known lights; an unknown one yields to the other. */
  Light worse(Light other) {
    if (this == UNKNOWN) {
      return other;
    }
    return other == UNKNOWN || compareTo(other) >= 0 ? this : other;
  }
}

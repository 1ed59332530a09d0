package io.waymark.calendar;

/** The same in both languages. */
public record Words(String zh, String en) {
  /** Nothing. */
  public static final Words NONE = new Words("", "");
}

package io.waymark.judging;

/**
 * How exactly a published figure is stated. The mathematics reads the stated number as the figure.
 */
public enum Exactness {
  /** The figure itself. */
  EXACT,
  /** 以上: this much or more. */
  AT_LEAST,
  /** 突破: more than this. */
  MORE_THAN,
  /** 以内: this much or less. */
  AT_MOST
}

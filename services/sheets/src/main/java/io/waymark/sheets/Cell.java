package io.waymark.sheets;

import io.waymark.sheets.value.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cell as a person sees it.
 *
 * @param column its column, from 0
 * @param kind what it holds
 * @param text what it says: a number in full and without separators, a percentage with its sign, a
 *     day as 2027-06-30, a month as 2027-06; of a formula, what it came to
 * @param span the merged cells that it is part of; null if it stands alone
 * @param fault why its text is not to be trusted; null if nothing is wrong with it
 */
public record Cell(
    int column, Kind kind, String text, @Nullable Span span, @Nullable Reason fault) {
  /** What a cell holds. */
  public enum Kind {
    /** Nothing. */
    BLANK,
    /** Text; in a CSV file everything is. */
    TEXT,
    /** A number. */
    NUMBER,
    /** A day, a month or a time. */
    DATE,
    /** TRUE or FALSE. */
    LOGICAL,
    /** Something that is not to be trusted; see its fault. */
    FAULTY
  }

  /** A cell of text that stands alone. */
  static Cell text(int column, String text) {
    return new Cell(column, text.isBlank() ? Kind.BLANK : Kind.TEXT, text, null, null);
  }

  /** A cell that is not to be trusted. */
  static Cell faulty(int column, String text, Reason fault) {
    return new Cell(column, Kind.FAULTY, text, null, fault);
  }

  /** The same cell within merged cells. */
  Cell within(Span merged) {
    return new Cell(column, kind, text, merged, fault);
  }

  /** The column's letter. */
  public String letter() {
    return Columns.letter(column);
  }

  /** True if there is nothing to read. */
  public boolean isBlank() {
    return kind == Kind.BLANK;
  }

  /** The merged cells that it is part of. */
  public Optional<Span> merged() {
    return Optional.ofNullable(span);
  }

  /** Why its text is not to be trusted. */
  public Optional<Reason> trouble() {
    return Optional.ofNullable(fault);
  }
}

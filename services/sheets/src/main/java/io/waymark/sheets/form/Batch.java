package io.waymark.sheets.form;

import io.waymark.sheets.value.Reason;
import java.util.List;

/**
 * What a file says.
 *
 * @param items the rows that can be sent, in the file's order
 * @param faults what is wrong with the others
 * @param leftEmpty rows that name a subject and report nothing of it
 * @param notices what the reader should know although nothing is wrong
 */
public record Batch<R>(
    List<Item<R>> items, List<CellFault> faults, int leftEmpty, List<Reason> notices) {
  /** More faulty rows than this mean a wrong column: then nothing of the file is sent. */
  public static final int MOST_FAULTY_ROWS = 2_000;

  /**
   * A row that can be sent.
   *
   * @param row where it stands
   * @param columns where the fields of its request stand, for whatever is refused later
   * @param subject what it is about
   * @param request what is to be sent
   */
  public record Item<R>(RowRef row, Fields columns, String subject, R request) {}

  /** Where the fields of a request stand. */
  public interface Fields {
    /** The fault of a field, in its cell if it has one. */
    CellFault fault(RowRef row, String field, Reason reason);
  }

  /** Copies. */
  public Batch {
    items = List.copyOf(items);
    faults = List.copyOf(faults);
    notices = List.copyOf(notices);
  }

  /** How many rows are faulty. */
  public long faultyRows() {
    return faults.stream().map(CellFault::row).distinct().count();
  }

  /** True if so many rows are faulty that nothing is sent. */
  public boolean isHopeless() {
    return faultyRows() > MOST_FAULTY_ROWS;
  }
}

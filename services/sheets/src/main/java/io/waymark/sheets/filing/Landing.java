package io.waymark.sheets.filing;

import io.grpc.StatusRuntimeException;
import io.waymark.sheets.form.Batch;
import io.waymark.sheets.form.CellFault;
import io.waymark.sheets.value.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of the rows that were sent. */
public final class Landing {
  /** Told as it happens. */
  public interface Listener {
    /** A row landed. */
    void landed(Batch.Item<?> item, String id);

    /** So many of so many have been answered. */
    void at(int done, int all);
  }

  /** Nothing was sent. */
  public static final Landing NONE = new Landing();

  private final List<CellFault> faults = new ArrayList<>();
  private int landed;
  private int unanswered;
  private @Nullable StatusRuntimeException broken;

  void landed() {
    landed++;
  }

  void refused(CellFault fault) {
    faults.add(fault);
  }

  /** A row that was not answered, so that nobody knows whether it landed. */
  void unanswered(Batch.Item<?> item, String status) {
    unanswered++;
    if (unanswered <= Batch.MOST_FAULTY_ROWS) {
      Reason reason = Reason.of("row.unanswered", status);
      faults.add(new CellFault(item.row(), CellFault.WHOLE_ROW, "", reason));
    }
  }

  void broken(StatusRuntimeException failure) {
    broken = failure;
  }

  /** How many rows were recorded, now or by an earlier sending of the same row. */
  public int count() {
    return landed;
  }

  /** What is wrong with the others. */
  public List<CellFault> faults() {
    return List.copyOf(faults);
  }

  /** What ended the sending early. */
  public Optional<StatusRuntimeException> cause() {
    return Optional.ofNullable(broken);
  }
}

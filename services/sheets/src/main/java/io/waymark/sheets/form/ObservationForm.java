package io.waymark.sheets.form;

import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.value.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Figures of many indicators. */
public final class ObservationForm {
  private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
  private static final int LONGEST_SOURCE = 500;
  private static final int LONGEST_KEY = 100;

  private final String planId;
  private final LocalDate today;
  private final Directory indicators;

  /** Figures of a plan's indicators, up to today. */
  public ObservationForm(String planId, LocalDate today, Directory indicators) {
    this.planId = planId;
    this.today = today;
    this.indicators = indicators;
  }

  /** Reads a file; nothing is sent. */
  public Batch<RecordObservationRequest> read(SheetFile file) throws IOException {
    return new FormReader<RecordObservationRequest>(Form.OBSERVATION, file, this::row).read();
  }

  private Optional<FormReader.Reader.Read<RecordObservationRequest>> row(Filled row) {
    Optional<Subject> indicator = row.subject("indicator_id", "indicator_name", indicators);
    Optional<LocalDate> period = row.day("period_end", true, FIRST_DAY, today);
    List<String> units = indicator.map(Subject::units).orElse(List.of());
    Optional<BigDecimal> value =
        indicator.isEmpty() ? Optional.empty() : row.figure("value", unit(row), units);
    String source = row.text("source", LONGEST_SOURCE);
    String key = row.text("idempotency_key", LONGEST_KEY);
    if (row.text("value").isEmpty() && row.cell("value").trouble().isEmpty()) {
      row.fault("value", Reason.of("field.missingFigure"));
    }
    if (indicator.isEmpty() || period.isEmpty() || value.isEmpty() || !row.faults().isEmpty()) {
      return Optional.empty();
    }
    RecordObservationRequest.Builder figure =
        RecordObservationRequest.newBuilder()
            .setPlanId(planId)
            .setIndicatorId(indicator.get().id())
            .setPeriodEnd(period.get().toString())
            .setValue(value.get().toPlainString())
            .setSource(source);
    figure.setIdempotencyKey(key.isEmpty() ? RowKey.of(figure.build()) : key);
    String once = figure.getIndicatorId() + '\n' + figure.getPeriodEnd();
    return Optional.of(new FormReader.Reader.Read<>(figure.getIndicatorId(), once, figure.build()));
  }

  /** The unit of a bare number: the row's, else the heading's or the title's. */
  private static String unit(Filled row) {
    String own = row.text("unit");
    return own.isEmpty() ? row.unit("value") : own;
  }
}

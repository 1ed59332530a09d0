package io.waymark.sheets.form;

import io.waymark.proto.registry.v1.ObstacleKind;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.value.Quantity;
import io.waymark.sheets.value.Reading;
import io.waymark.sheets.value.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Progress reports of many projects. */
public final class ReportForm {
  static final String MONEY = "亿元";
  private static final List<String> MONEY_UNITS = List.of(MONEY, "100 million yuan");
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_FINISH = LocalDate.of(2099, 12, 31);
  private static final int LONGEST_OBSTACLE = 2000;
  private static final int LONGEST_ID = 100;

  private final String planId;
  private final LocalDate today;
  private final Directory projects;
  private @Nullable FormReader<ReportProgressRequest> reader;

  /** Reports of a plan's projects, as of today at the latest. */
  public ReportForm(String planId, LocalDate today, Directory projects) {
    this.planId = planId;
    this.today = today;
    this.projects = projects;
  }

  /** A percentage as people read it: 65% of 65.0. */
  public static String percent(double percent) {
    return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + "%";
  }

  /** Reads a file; nothing is sent. */
  public Batch<ReportProgressRequest> read(SheetFile file) throws IOException {
    FormReader<ReportProgressRequest> fresh = new FormReader<>(Form.REPORT, file, this::row);
    reader = fresh;
    return fresh.read();
  }

  private Optional<FormReader.Reader.Read<ReportProgressRequest>> row(Filled row) {
    Optional<Subject> project = row.subject("project_id", "project_name", projects);
    String asOf =
        row.text("as_of").isEmpty() && row.cell("as_of").trouble().isEmpty()
            ? today.toString()
            : row.day("as_of", true, FIRST_DAY, today).map(LocalDate::toString).orElse("");
    ReportProgressRequest.Builder report =
        ReportProgressRequest.newBuilder().setPlanId(planId).setAsOf(asOf);
    percent(row).ifPresent(percent -> report.setPercentComplete(percent.doubleValue()));
    invested(row).ifPresent(money -> report.setInvestedToDate(money.toPlainString()));
    row.day("expected_finish", false, FIRST_DAY, LAST_FINISH)
        .ifPresent(day -> report.setExpectedFinish(day.toString()));
    report.setPhase(
        row.choice("phase", Phases.BY_WORD, "phase.choice").orElse(Phase.PHASE_UNSPECIFIED));
    obstacles(row, report);
    report.setCorrectsReportId(row.text("corrects_report_id", LONGEST_ID));
    String key = row.text("idempotency_key", LONGEST_ID);
    if (project.isEmpty() || !row.faults().isEmpty()) {
      return Optional.empty();
    }
    report.setProjectId(project.get().id());
    report.setIdempotencyKey(key.isEmpty() ? RowKey.of(report.build()) : key);
    String once =
        report.getProjectId() + '\n' + report.getAsOf() + '\n' + report.getCorrectsReportId();
    return Optional.of(new FormReader.Reader.Read<>(report.getProjectId(), once, report.build()));
  }

  private static void obstacles(Filled row, ReportProgressRequest.Builder report) {
    Set<ObstacleKind> kinds =
        row.choices("obstacle_kinds", Obstacles::kind, "obstacle_kinds.choice");
    String words = row.text("obstacle", LONGEST_OBSTACLE);
    boolean unsaid = words.isBlank() && row.cell("obstacle").trouble().isEmpty();
    if (kinds.contains(ObstacleKind.OBSTACLE_KIND_OTHER) && unsaid) {
      row.fault("obstacle", Reason.of("obstacle.unsaid"));
    }
    report.addAllObstacleKinds(kinds).setObstacle(words);
  }

  /** A bare number below 1 may be a share or a percentage: it is not taken. */
  private static Optional<BigDecimal> percent(Filled row) {
    Optional<Quantity> written = row.quantity("percent_complete");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal number = written.get().number();
    if (written.get().unit().isEmpty()
        && number.signum() > 0
        && number.compareTo(BigDecimal.ONE) < 0) {
      String percent = number.movePointRight(2).stripTrailingZeros().toPlainString();
      row.fault(
          "percent_complete",
          Reason.of("percent.share", number.toPlainString(), percent, number.toPlainString()));
      return Optional.empty();
    }
    return switch (written.get().in("%", "%")) {
      case Reading.Taken<BigDecimal>(BigDecimal value)
          when value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0 ->
          Optional.of(value);
      case Reading.Taken<BigDecimal>(BigDecimal value) -> {
        row.fault("percent_complete", Reason.of("percent.range", value.toPlainString()));
        yield Optional.empty();
      }
      case Reading.Refused<BigDecimal>(Reason reason) -> {
        row.fault("percent_complete", reason);
        yield Optional.empty();
      }
    };
  }

  private Optional<BigDecimal> invested(Filled row) {
    String stated = row.unit("invested_to_date");
    Optional<BigDecimal> money = row.figure("invested_to_date", stated, MONEY_UNITS);
    if (money.isPresent() && money.get().signum() < 0) {
      row.fault("invested_to_date", Reason.of("money.negative", row.text("invested_to_date")));
      return Optional.empty();
    }
    boolean bare = money.isPresent() && stated.isEmpty() && isBare(row);
    FormReader<ReportProgressRequest> reading = reader;
    if (bare && reading != null) {
      reading.notice(Reason.of("notice.unit", row.heading("invested_to_date"), MONEY));
    }
    return money;
  }

  private static boolean isBare(Filled row) {
    return Quantity.read(row.text("invested_to_date")) instanceof Reading.Taken<Quantity>(var read)
        && read.unit().isEmpty();
  }
}

package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ProjectState;
import java.util.ArrayList;
import java.util.List;

/**
 * What readers and consumers are told of a project. A broker takes a megabyte and a client four, so
 * a state must not grow for ever with its reports: the newest come whole, older ones without what
 * no judgement needs, and of the oldest the last one of each month, which is what a monthly figure
 * rests on. Nothing is lost by it: every report is in the registry and was told when it came.
 */
public final class ToldStates {
  /** This many of the newest reports come whole. */
  static final int WHOLE = 50;

  /** This many of the newest reports come at all. */
  static final int NEWEST = 500;

  /** The longest obstacle that a report may have, a few times over. */
  private static final int MOST_BYTES_WHOLE = 400_000;

  private ToldStates() {}

  /** The state as it is told. */
  public static ProjectState told(io.waymark.registry.domain.ProjectState state) {
    return thinned(ProjectWire.state(state));
  }

  /** The state as it is told where nobody asks for reports. */
  public static ProjectState withoutReports(io.waymark.registry.domain.ProjectState state) {
    ProjectState told = told(state);
    return told.toBuilder().clearReports().setReportsLeftOut(state.reports().size()).build();
  }

  static ProjectState thinned(ProjectState state) {
    boolean anyWithdrawn = state.getPhaseMovesList().stream().anyMatch(PhaseMove::getWithdrawn);
    if (state.getReportsCount() <= WHOLE && !anyWithdrawn) {
      return state;
    }
    List<ProgressReport> kept = kept(state.getReportsList());
    return state.toBuilder()
        .clearReports()
        .addAllReports(kept)
        .setReportsLeftOut(state.getReportsCount() - kept.size())
        .clearPhaseMoves()
        .addAllPhaseMoves(
            state.getPhaseMovesList().stream().filter(move -> !move.getWithdrawn()).toList())
        .build();
  }

  /** In the order in which they came, oldest as-of date first. */
  private static List<ProgressReport> kept(List<ProgressReport> reports) {
    List<ProgressReport> newestFirst = new ArrayList<>();
    int bytes = 0;
    for (int i = reports.size() - 1; i >= 0; i--) {
      ProgressReport report = reports.get(i);
      int age = reports.size() - 1 - i;
      bytes += age < WHOLE ? report.getSerializedSize() : 0;
      if (age < WHOLE && bytes <= MOST_BYTES_WHOLE) {
        newestFirst.add(report);
      } else if (age < NEWEST || isLastOfItsMonth(reports, i)) {
        newestFirst.add(bare(report));
      }
    }
    return newestFirst.reversed();
  }

  private static boolean isLastOfItsMonth(List<ProgressReport> reports, int i) {
    return i + 1 == reports.size() || !month(reports.get(i)).equals(month(reports.get(i + 1)));
  }

  private static String month(ProgressReport report) {
    return report.getAsOf().substring(0, "2027-06".length());
  }

  /** What a judgement may rest on: a stated choice of fields, so that new long ones stay out. */
  private static ProgressReport bare(ProgressReport report) {
    ProgressReport.Builder bare =
        ProgressReport.newBuilder()
            .setReportId(report.getReportId())
            .setAsOf(report.getAsOf())
            .setInvestedToDate(report.getInvestedToDate())
            .setExpectedFinish(report.getExpectedFinish())
            .setPhase(report.getPhase())
            .setCorrectsReportId(report.getCorrectsReportId())
            .setProvenance(report.getProvenance())
            .setRecordedAt(report.getRecordedAt());
    if (report.hasPercentComplete()) {
      bare.setPercentComplete(report.getPercentComplete());
    }
    return bare.build();
  }
}

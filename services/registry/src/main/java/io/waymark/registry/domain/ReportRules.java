package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Turns a report draft into a report, or names every violation. A percentage that falls is no
 * violation.
 */
final class ReportRules {
  static final int LONGEST_OBSTACLE = 2000;

  private static final Set<Phase> PHASES = EnumSet.complementOf(EnumSet.of(Phase.UNSPECIFIED));
  private static final Set<Provenance> PROVENANCES =
      EnumSet.of(Provenance.REPORTED, Provenance.PUBLISHED, Provenance.SIMULATED);

  private ReportRules() {}

  static ProgressReport check(
      ProjectState state, ProjectCommand.Report command, String reportId, Requester by, Now now) {
    Faults faults = new Faults();
    Fields fields = new Fields(faults);
    ReportDraft draft = command.draft();
    fields.idempotencyKey(command.idempotencyKey());
    somethingIsReported(faults, draft);
    corrected(faults, state, draft.correctsReportId());
    ProgressReport report =
        new ProgressReport(
            reportId,
            fields.pastDate("as_of", draft.asOf(), now.today()).orElse(now.today()),
            percent(faults, draft.percentComplete()),
            fields.amountNotNegative("invested_to_date", draft.investedToDate()),
            fields.optionalDate("expected_finish", draft.expectedFinish()),
            fields.choice("phase", draft.phase(), Phase.UNSPECIFIED, PHASES),
            fields.text("obstacle", draft.obstacle(), LONGEST_OBSTACLE),
            draft.correctsReportId(),
            provenance(faults, draft.provenance(), by),
            by.actor(),
            now.instant(),
            new AnnexRules(faults)
                .read(draft.annex(), draft.obstacle(), state.scheduleOn(now.today()).points()));
    PhaseRules.reported(faults, state, report.phase(), report.asOf(), report.correctsReportId());
    faults.throwIfAny();
    return report;
  }

  private static void somethingIsReported(Faults faults, ReportDraft draft) {
    if (draft.percentComplete().isEmpty()
        && draft.investedToDate().isEmpty()
        && draft.expectedFinish().isEmpty()
        && draft.phase().isEmpty()
        && draft.obstacle().isBlank()
        && draft.annex().isEmpty()) {
      faults.add("report", "", Expected.SOMETHING_REPORTED.with());
    }
  }

  /** Whoever may make figures up says so; nobody else can call a figure simulated. */
  private static Provenance provenance(Faults faults, String stated, Requester by) {
    Provenance provenance =
        new Fields(faults).choice("provenance", stated, Provenance.REPORTED, PROVENANCES);
    if (provenance == Provenance.SIMULATED && !by.simulation()) {
      faults.add("provenance", stated, Expected.SIMULATION_ROLE.with());
    }
    return provenance;
  }

  private static void corrected(Faults faults, ProjectState state, String reportId) {
    if (!reportId.isEmpty() && !state.hasInForce(reportId)) {
      faults.add("corrects_report_id", reportId, Expected.REPORT_IN_FORCE.with());
    }
  }

  private static OptionalDouble percent(Faults faults, OptionalDouble percent) {
    if (percent.isEmpty()) {
      return percent;
    }
    double value = percent.getAsDouble();
    if (!(value >= 0 && value <= 100)) {
      faults.add("percent_complete", shown(value), Expected.BETWEEN.with(0, 100));
    }
    return OptionalDouble.of(value + 0.0); // -0.0 becomes 0.0
  }

  private static String shown(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}

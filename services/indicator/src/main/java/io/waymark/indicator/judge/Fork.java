package io.waymark.indicator.judge;

import com.google.protobuf.Timestamp;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.WhatIfFigure;
import io.waymark.proto.indicator.v1.WhatIfProject;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfTarget;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.type.v1.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Facts as they would be: each supposition is what its report, figure or document would leave. */
public final class Fork {
  /** Id of every report and figure that is only supposed. */
  public static final String ID = "what-if";

  private final LocalDate asOf;
  private final Timestamp now;
  private final Map<String, Indicator> indicators;
  private final Map<String, List<Observation>> observations;
  private final Map<String, ProjectState> projects;

  private Fork(Facts facts, LocalDate asOf, Instant now) {
    this.asOf = asOf;
    this.now =
        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()).build();
    this.indicators = new HashMap<>(facts.indicators());
    this.observations = new HashMap<>(facts.observations());
    this.projects = new HashMap<>(facts.projects());
  }

  /** The facts under the suppositions; {@code facts} stay as they are. */
  public static Facts of(Facts facts, WhatIfRequest request, LocalDate asOf, Instant now) {
    Fork fork = new Fork(facts, asOf, now);
    request.getProjectsList().forEach(fork::report);
    request.getFiguresList().forEach(fork::observe);
    request.getTargetsList().forEach(fork::aim);
    return facts.with(fork.indicators, fork.observations, fork.projects);
  }

  private void report(WhatIfProject supposed) {
    ProjectState state =
        Objects.requireNonNull(projects.get(supposed.getProjectId()), supposed.getProjectId());
    ProgressReport.Builder report =
        ProgressReport.newBuilder()
            .setReportId(ID)
            .setAsOf(asOf.toString())
            .setExpectedFinish(supposed.getFinish())
            .setProvenance(Provenance.PROVENANCE_REPORTED)
            .setRecordedAt(now);
    if (state.getReportsCount() > 0) {
      report.setObstacle(state.getReports(state.getReportsCount() - 1).getObstacle());
    }
    if (supposed.hasPercent()) {
      report.setPercentComplete(supposed.getPercent());
    }
    if (finished(supposed.getFinish())) {
      report.setPercentComplete(100).setPhase(Phase.PHASE_COMPLETED);
    }
    projects.put(supposed.getProjectId(), state.toBuilder().addReports(report).build());
  }

  private boolean finished(String finish) {
    return !finish.isEmpty() && !LocalDate.parse(finish).isAfter(asOf);
  }

  private void observe(WhatIfFigure supposed) {
    Observation figure =
        Observation.newBuilder()
            .setObservationId(ID)
            .setIndicatorId(supposed.getIndicatorId())
            .setPeriodEnd(supposed.getPeriodEnd())
            .setValue(supposed.getValue())
            .setExactness(Exactness.EXACTNESS_EXACT)
            .setProvenance(Provenance.PROVENANCE_REPORTED)
            .setRecordedAt(now)
            .build();
    List<Observation> series =
        new ArrayList<>(observations.getOrDefault(supposed.getIndicatorId(), List.of()));
    series.removeIf(one -> one.getPeriodEnd().equals(supposed.getPeriodEnd()));
    series.add(figure);
    series.sort(Comparator.comparing(Observation::getPeriodEnd));
    observations.put(supposed.getIndicatorId(), series);
  }

  private void aim(WhatIfTarget supposed) {
    indicators.replaceAll((id, indicator) -> {
      Indicator.Builder changed = indicator.toBuilder();
      for (Target.Builder target : changed.getTargetsBuilderList()) {
        if (target.getTargetId().equals(supposed.getTargetId())) {
          target.setValue(supposed.getValue()).setValueMax(supposed.getValueMax());
        }
      }
      return changed.build();
    });
  }
}

package io.waymark.indicator.domain;

import io.waymark.proto.indicator.v1.WhatIfFigure;
import io.waymark.proto.indicator.v1.WhatIfProject;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfTarget;
import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Checks suppositions before they are judged. */
public final class WhatIfCheck {
  private static final int MOST = 200;

  private WhatIfCheck() {}

  /** Refuses a malformed request, naming every violation; returns the as-of date. */
  public static LocalDate form(WhatIfRequest request, LocalDate today) {
    Checks checks = new Checks();
    checks.id("plan_id", request.getPlanId());
    LocalDate asked = checks.date("as_of", request.getAsOf(), true);
    LocalDate asOf = asked == null ? today : asked;
    int count = request.getProjectsCount() + request.getFiguresCount() + request.getTargetsCount();
    checks.must(
        count >= 1 && count <= MOST,
        "projects, figures, targets",
        Integer.toString(count),
        Expected.ITEMS.with(1, MOST));
    for (int i = 0; i < request.getProjectsCount(); i++) {
      project(checks, "projects[" + i + "]", request.getProjects(i), asOf);
    }
    for (int i = 0; i < request.getFiguresCount(); i++) {
      figure(checks, "figures[" + i + "]", request.getFigures(i), asOf);
    }
    for (int i = 0; i < request.getTargetsCount(); i++) {
      target(checks, "targets[" + i + "]", request.getTargets(i));
    }
    checks.raise();
    return asOf;
  }

  private static void project(Checks checks, String at, WhatIfProject project, LocalDate asOf) {
    checks.id(at + ".project_id", project.getProjectId());
    LocalDate finish = checks.date(at + ".finish", project.getFinish(), true);
    checks.must(
        !project.getFinish().isEmpty() || project.hasPercent(),
        at,
        project.getProjectId(),
        Expected.FINISH_OR_PERCENT.with());
    double percent = project.getPercent();
    checks.must(
        percent >= 0 && percent <= 100,
        at + ".percent",
        Double.toString(percent),
        Expected.BETWEEN.with(0, 100));
    checks.must(
        finish == null || finish.isAfter(asOf) || !project.hasPercent() || percent == 100,
        at + ".finish",
        project.getFinish(),
        Expected.FINISH_AHEAD.with(asOf));
  }

  private static void figure(Checks checks, String at, WhatIfFigure figure, LocalDate asOf) {
    checks.id(at + ".indicator_id", figure.getIndicatorId());
    LocalDate end = checks.date(at + ".period_end", figure.getPeriodEnd(), false);
    checks.must(
        end == null || !end.isAfter(asOf),
        at + ".period_end",
        figure.getPeriodEnd(),
        Expected.NOT_AFTER_AS_OF.with(asOf));
    checks.decimal(at + ".value", figure.getValue(), false);
  }

  private static void target(Checks checks, String at, WhatIfTarget target) {
    checks.id(at + ".target_id", target.getTargetId());
    BigDecimal value = checks.decimal(at + ".value", target.getValue(), false);
    BigDecimal max = checks.decimal(at + ".value_max", target.getValueMax(), true);
    checks.must(
        max == null || value == null || value.compareTo(max) <= 0,
        at + ".value_max",
        target.getValueMax(),
        Expected.NOT_BELOW_VALUE.with(target.getValue()));
  }
}

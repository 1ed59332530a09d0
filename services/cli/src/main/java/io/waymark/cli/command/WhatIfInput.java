package io.waymark.cli.command;

import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.WhatIfFigure;
import io.waymark.proto.indicator.v1.WhatIfProject;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Reads suppositions as they were typed. */
final class WhatIfInput {
  /** A project and what is supposed of it. */
  static final class OfProject {
    @Option(names = "--project", paramLabel = "PROJECT", required = true)
    private String project = "";

    @Option(names = "--finish", paramLabel = "DATE")
    private @Nullable String finish;

    @Option(names = "--percent", paramLabel = "PERCENT")
    private @Nullable String percent;
  }

  private final Input input;
  private final Words words;

  WhatIfInput(Input input, Words words) {
    this.input = input;
    this.words = words;
  }

  /** The request, with subjects as they were typed. */
  WhatIfRequest.Builder read(
      List<OfProject> projects, List<String> figures, List<String> targets, @Nullable String asOf) {
    WhatIfRequest.Builder request = WhatIfRequest.newBuilder();
    if (projects.isEmpty() && figures.isEmpty() && targets.isEmpty()) {
      input.fault("--project, --observe, --target", words.get("fault.missing"), "expected.whatIf");
    }
    projects.forEach(project -> request.addProjects(project(project)));
    figures.forEach(figure -> request.addFigures(figure(figure)));
    targets.forEach(target -> request.addTargets(target(target)));
    return request.setAsOf(input.date("--as-of", asOf));
  }

  private WhatIfProject project(OfProject typed) {
    WhatIfProject.Builder project =
        WhatIfProject.newBuilder()
            .setProjectId(typed.project)
            .setFinish(input.date("--finish", typed.finish));
    input.percent("--percent", typed.percent).ifPresent(project::setPercent);
    if (typed.finish == null && typed.percent == null) {
      input.fault("--project", typed.project, "expected.finishOrPercent");
    }
    return project.build();
  }

  private WhatIfFigure figure(String typed) {
    int equals = typed.indexOf('=');
    int at = typed.lastIndexOf('@');
    if (equals < 1 || at < equals + 2 || at == typed.length() - 1) {
      input.fault("--observe", typed, "expected.figureAt");
      return WhatIfFigure.getDefaultInstance();
    }
    return WhatIfFigure.newBuilder()
        .setIndicatorId(typed.substring(0, equals).strip())
        .setValue(input.decimal("--observe", typed.substring(equals + 1, at)))
        .setPeriodEnd(input.date("--observe", typed.substring(at + 1)))
        .build();
  }

  private WhatIfTarget target(String typed) {
    int equals = typed.indexOf('=');
    if (equals < 1 || equals == typed.length() - 1) {
      input.fault("--target", typed, "expected.targetValue");
      return WhatIfTarget.getDefaultInstance();
    }
    return WhatIfTarget.newBuilder()
        .setTargetId(typed.substring(0, equals).strip())
        .setValue(input.decimal("--target", typed.substring(equals + 1)))
        .build();
  }

  /** Puts ids where names were typed. */
  static void resolve(WhatIfRequest.Builder request, Subjects subjects) {
    request
        .getProjectsBuilderList()
        .forEach(one -> one.setProjectId(subjects.project(one.getProjectId())));
    request
        .getFiguresBuilderList()
        .forEach(one -> one.setIndicatorId(subjects.indicator(one.getIndicatorId())));
    request
        .getTargetsBuilderList()
        .forEach(one -> one.setTargetId(subjects.target(one.getTargetId())));
  }
}
